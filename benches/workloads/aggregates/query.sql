CREATE TABLE total AS
    SELECT region, good, count(*) AS sales, sum(amount) AS turnover, max(amount) AS largest FROM sale GROUP BY region, good;
CREATE TABLE large AS
    SELECT region, good FROM total WHERE turnover > 5100 * sales;
