CREATE TABLE kept AS SELECT DISTINCT * FROM wide WHERE c5 < 10;
CREATE TABLE linked AS
    SELECT DISTINCT one.c0 AS a, one.c1 AS b, one.c7 AS n FROM wide one JOIN wide two ON two.c0 = one.c1 AND two.c7 = one.c7;
CREATE TABLE kinds AS SELECT DISTINCT c10 AS x, c19 AS y FROM wide;
