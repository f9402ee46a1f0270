CREATE TABLE kin AS
    SELECT person, relative FROM kinship UNION SELECT relative, person FROM kinship;
CREATE TABLE bought_by_kin AS
    WITH cheap AS (
        SELECT property, winner, debtor FROM auctions JOIN debtors USING (property)
        WHERE price < 0.7 * appraisal AND sold_on >= DATE '2019-01-01')
    SELECT property, winner, debtor FROM cheap JOIN kin ON person = winner AND relative = debtor
    UNION
    SELECT property, winner, debtor FROM cheap JOIN kin one ON one.person = winner
        JOIN kin two ON two.person = one.relative AND two.relative = debtor;
CREATE TABLE let_to_kin AS
    WITH cheap AS (
        SELECT lease, property, tenant, debtor FROM leases JOIN seizures USING (property) JOIN debtors USING (property)
        WHERE rent < 0.5 * market_rent AND signed_on >= seized_on - 180)
    SELECT lease, property, tenant, debtor FROM cheap JOIN kin ON person = tenant AND relative = debtor
    UNION
    SELECT lease, property, tenant, debtor FROM cheap JOIN kin one ON one.person = tenant
        JOIN kin two ON two.person = one.relative AND two.relative = debtor;
