CREATE TABLE auctions AS FROM read_csv('{folder}/auctions.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'property': 'VARCHAR', 'court': 'VARCHAR', 'winner': 'VARCHAR', 'sold_on': 'DATE', 'price': 'DECIMAL(18,2)', 'appraisal': 'DECIMAL(18,2)'});
CREATE TABLE leases AS FROM read_csv('{folder}/leases.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'lease': 'VARCHAR', 'property': 'VARCHAR', 'tenant': 'VARCHAR', 'signed_on': 'DATE', 'rent': 'DECIMAL(18,2)', 'market_rent': 'DECIMAL(18,2)'});
CREATE TABLE seizures AS FROM read_csv('{folder}/seizures.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'property': 'VARCHAR', 'court': 'VARCHAR', 'seized_on': 'DATE'});
CREATE TABLE debtors AS FROM read_csv('{folder}/debtors.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'property': 'VARCHAR', 'debtor': 'VARCHAR'});
CREATE TABLE kinship AS FROM read_csv('{folder}/kinship.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
    'person': 'VARCHAR', 'relative': 'VARCHAR', 'degree': 'VARCHAR'});
