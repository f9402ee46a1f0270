CREATE TABLE payment AS FROM read_csv('{folder}/payment.facts', header = false, auto_detect = false, delim = '\t', columns = {'account': 'BIGINT', 'id': 'BIGINT'});
CREATE TABLE transfer AS FROM read_csv('{folder}/transfer.facts', header = false, auto_detect = false, delim = '\t', columns = {'account': 'BIGINT', 'day': 'BIGINT'});
CREATE TABLE holder AS FROM read_csv('{folder}/holder.facts', header = false, auto_detect = false, delim = '\t', columns = {'account': 'BIGINT', 'person': 'BIGINT'});
CREATE TABLE pair AS FROM read_csv('{folder}/pair.facts', header = false, auto_detect = false, delim = '\t', columns = {'id': 'BIGINT', 'other': 'BIGINT'});
