CREATE TABLE sale AS FROM read_csv('{folder}/sale.facts', header = false, auto_detect = false, delim = '\t', columns = {
    'id': 'BIGINT', 'region': 'VARCHAR', 'good': 'BIGINT', 'amount': 'DECIMAL(18,2)'});
