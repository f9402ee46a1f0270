CREATE TABLE paid AS SELECT DISTINCT id, person FROM payment JOIN holder USING (account);
CREATE TABLE active AS SELECT DISTINCT id FROM payment WHERE EXISTS (FROM transfer WHERE transfer.account = payment.account);
CREATE TABLE same_account AS
    SELECT DISTINCT pair.id, pair.other FROM pair JOIN payment one ON one.id = pair.id
        JOIN payment two ON two.id = pair.other AND two.account = one.account;
