CREATE TABLE edge AS SELECT DISTINCT * FROM read_csv('{folder}/edge.facts', header = false, auto_detect = false, delim = '\t', columns = {'x': 'BIGINT', 'y': 'BIGINT'});
