//! Tables that take the facts of relations.

use std::io::{BufWriter, Write};

use postgres::Client;
use program::checked::Column;
use sources::{TableError, value_text};
use values::{Code, Dictionary, Primitive};

use super::connect::connect;
use super::error::{copying, working};
use crate::address::{Address, Kind, Password};
use crate::clients::refusal::{no_output_server, other_columns};
use crate::clients::sql::{standard_name, table_name};

/// Tables of one database whose rows are replaced all together or not at all: nobody sees anything before [`NewTables::commit`], and nothing
/// has happened where it is not called.
pub struct NewTables {
    address: Address,
    client: Client,
}

impl NewTables {
    /// Connects, and begins the transaction.
    ///
    /// # Errors
    /// Where the server cannot be reached, does not let the user in, or is no PostgreSQL server.
    pub fn begin(address: Address, password: Option<&Password>) -> Result<Self, TableError> {
        if address.kind != Kind::PostgreSql {
            return Err(no_output_server());
        }
        let mut client = connect(&address, password)?;
        client.batch_execute(BEGIN).map_err(|error| working(error, &address, ""))?;
        Ok(Self { address, client })
    }

    /// Replaces what the table `name` holds by these rows and gives their number. Where there is no such table it is made, with a column for
    /// each of the relation's.
    ///
    /// Rows are deleted one by one, not by `TRUNCATE`, so that whoever reads the table meanwhile sees all the old ones.
    ///
    /// # Errors
    /// Where the table has other columns or other types, in which values might be rounded or cut short; where somebody else keeps it locked;
    /// where the user has no right to it.
    pub fn replace(
        &mut self,
        name: &[String],
        columns: &[Column],
        rows: impl Iterator<Item = Vec<Code>>,
        dictionary: &Dictionary,
    ) -> Result<u64, TableError> {
        let (table, shown) = (table_name(name, standard_name), name.join("."));
        let failed = |error| working(error, &self.address, &shown);
        let wanted: Vec<(&str, &str)> =
            columns.iter().map(|column| (&*column.name, column_type(column.primitive))).collect();
        lock(&mut self.client, &table, &wanted).map_err(failed)?;
        let found = self.client.query(COLUMNS, &[&table]).map_err(failed)?;
        let found: Vec<(&str, &str)> = found.iter().map(|column| (column.get(0), column.get(1))).collect();
        if found.len() != wanted.len() || !wanted.iter().all(|column| found.contains(column)) {
            return Err(other_columns(&shown, &found, &wanted));
        }
        self.client.batch_execute(&format!("DELETE FROM {table}")).map_err(failed)?;
        let names: Vec<String> = wanted.iter().map(|(name, _)| standard_name(name)).collect();
        let listed = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
        let writer = self.client.copy_in(&format!("COPY {table}{listed} FROM STDIN")).map_err(failed)?;
        let mut out = BufWriter::with_capacity(BUFFER, writer);
        let broken = |error| copying(error, &self.address, &shown);
        for row in rows {
            write_row(&mut out, columns, &row, dictionary).map_err(broken)?;
        }
        out.into_inner().map_err(|error| broken(error.into_error()))?.finish().map_err(failed)
    }

    /// Lets everybody see the new rows.
    ///
    /// # Errors
    /// Where the connection breaks, or the server refuses in the end what a constraint forbids.
    pub fn commit(mut self) -> Result<(), TableError> {
        self.client.batch_execute("COMMIT").map_err(|error| working(error, &self.address, ""))
    }
}

/// From here on nobody changes the table; it is made where there is none.
fn lock(client: &mut Client, table: &str, columns: &[(&str, &str)]) -> Result<(), postgres::Error> {
    // Not even tried where there is one: the user may have no right to make tables.
    if !client.query_one("SELECT to_regclass($1) IS NOT NULL", &[&table])?.get::<_, bool>(0) {
        let columns: Vec<String> =
            columns.iter().map(|(name, its_type)| format!("{} {its_type}", standard_name(name))).collect();
        client.batch_execute(&format!("CREATE TABLE {table} ({})", columns.join(", ")))?;
    }
    client.batch_execute(&format!("LOCK TABLE {table} IN EXCLUSIVE MODE"))
}

/// Whoever keeps a table locked for longer is not waited for.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = '30s'";

/// A server takes whatever it is sent at once.
const BUFFER: usize = 1 << 16;

const COLUMNS: &str = "SELECT attname::text, pg_catalog.format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute \
    WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped";

/// The type that holds every value of a column as it is.
fn column_type(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Number => "bigint",
        Primitive::Unsigned => "numeric(20,0)",
        Primitive::Float => "double precision",
        Primitive::Decimal => "numeric",
        Primitive::Date => "date",
        Primitive::Symbol | Primitive::Composite(_) => "text",
    }
}

/// A row as `COPY` takes it (PostgreSQL's documentation, COPY, text format).
fn write_row(out: &mut impl Write, columns: &[Column], row: &[Code], dictionary: &Dictionary) -> std::io::Result<()> {
    for (number, (column, code)) in columns.iter().zip(row).enumerate() {
        if number > 0 {
            out.write_all(b"\t")?;
        }
        let text = value_text(dictionary, column.primitive, *code);
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['\\', '\t', '\n', '\r']) {
            out.write_all(&rest.as_bytes()[..at])?;
            let sign: &[u8] = match rest.as_bytes()[at] {
                b'\t' => b"\\t",
                b'\n' => b"\\n",
                b'\r' => b"\\r",
                _ => b"\\\\",
            };
            out.write_all(sign)?;
            rest = &rest[at + 1..];
        }
        out.write_all(rest.as_bytes())?;
    }
    out.write_all(b"\n")
}
