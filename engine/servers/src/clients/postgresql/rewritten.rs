//! Tables that a snapshot does not show as they were.

use postgres::Client;
use program::checked::DatabaseTable;
use sources::TableError;

use super::error::working;
use crate::address::Address;
use crate::clients::refusal::rewritten;
use crate::clients::sql::shown_table;

/// Whether what was read is what the transaction's moment had.
///
/// `TRUNCATE` and an `ALTER TABLE` that writes the table anew leave nothing to transactions that began before (PostgreSQL's documentation,
/// chapter 13.6, caveats): where one of them came between the transaction's first query and the first reading of the table, its
/// rows are gone without a word. But the catalogue, as the transaction sees it, still has the old file of the table.
///
/// # Errors
/// [`TableError::Lost`] where it is not: another transaction sees the table as it is now.
pub(super) fn check(client: &mut Client, address: &Address, table: &DatabaseTable) -> Result<(), TableError> {
    let shown = shown_table(table);
    let changed = client.query_one(CHANGED, &[]).map_err(|error| working(error, address, &shown))?;
    if changed.get(0) { Err(rewritten(&shown)) } else { Ok(()) }
}

/// Everything that was read is locked, views' tables and partitions as well. `relfilenode` is read as the transaction sees it (0: a catalogue),
/// `pg_relation_filenode` gives it as it is.
const CHANGED: &str = "WITH locked AS (
        SELECT relation FROM pg_catalog.pg_locks WHERE locktype = 'relation' AND pid = pg_catalog.pg_backend_pid()
    ), read AS (
        SELECT relation FROM locked
        UNION SELECT inhrelid FROM pg_catalog.pg_inherits JOIN locked ON inhparent = relation
    )
    SELECT EXISTS (
        SELECT FROM read LEFT JOIN pg_catalog.pg_class AS seen ON seen.oid = relation
        WHERE (seen.oid IS NULL OR (seen.relkind IN ('r', 'm', 't') AND seen.relfilenode <> 0))
            AND seen.relfilenode IS DISTINCT FROM pg_catalog.pg_relation_filenode(relation)
    )";
