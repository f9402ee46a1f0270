CREATE TABLE wide AS FROM read_csv('{folder}/wide.facts', header = false, auto_detect = false, delim = '\t', columns = {
    'c0': 'BIGINT', 'c1': 'BIGINT', 'c2': 'BIGINT', 'c3': 'BIGINT', 'c4': 'BIGINT', 'c5': 'BIGINT',
    'c6': 'BIGINT', 'c7': 'BIGINT', 'c8': 'BIGINT', 'c9': 'BIGINT', 'c10': 'BIGINT', 'c11': 'BIGINT', 'c12': 'BIGINT', 'c13': 'BIGINT', 'c14': 'BIGINT', 'c15': 'BIGINT', 'c16': 'BIGINT', 'c17': 'BIGINT', 'c18': 'BIGINT', 'c19': 'BIGINT'});
