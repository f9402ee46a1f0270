//! Tables that somebody else reads: sheets, Parquet files, tables of databases.
//!
//! A driver gives rows of cells; what a cell means to a column, which rows are blank, repeated or rejected, and where a fact
//! comes from is decided here, in the same way for all of them.

mod cell;
mod layout;
mod read;

use std::fs::File;
use std::ops::ControlFlow;

use diagnostics::Diagnostic;
use program::checked::{DatabaseTable, Sheet};

pub(crate) use cell::{is_blank, text};
pub(crate) use read::read;

/// A table with its columns known and its rows still to be read.
pub trait Table {
    /// The names of its columns, in its order.
    fn columns(&self) -> &[String];

    /// How its rows are told apart.
    fn unit(&self) -> RowUnit;

    /// Gives every row to `take`, from the first to the last, unless `take` ends it: where it stands and the cells of the `wanted`
    /// columns (indexes into [`Table::columns`]), in their order.
    ///
    /// # Errors
    /// Where a row cannot be had at all. What is wrong with a single cell is [`TableCell::Fault`].
    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError>;
}

/// Takes the rows of a table one by one; [`ControlFlow::Break`]: no more are wanted.
pub type TakeRow<'t> = dyn FnMut(RowPlace<'_>, &[TableCell<'_>]) -> ControlFlow<()> + 't;

/// Where tables are found.
pub trait Tables {
    /// The table at this place.
    ///
    /// # Errors
    /// Where there is none, or it is damaged, or nobody may read it.
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn Table + '_>, TableError>;
}

/// The place of a table.
#[derive(Debug)]
pub enum TableAt<'a> {
    /// A sheet of a workbook, which is read from this file.
    Workbook {
        /// The file, at its beginning.
        file: File,
        /// Which sheet, and where its header is.
        sheet: &'a Sheet,
    },
    /// A Parquet file, at its beginning.
    Parquet(File),
    /// A table of a database server.
    Database {
        /// The connection's name.
        connection: &'a str,
        /// The table, and which of its rows.
        table: &'a DatabaseTable,
    },
}

/// Nowhere: for programs that read no such tables.
#[derive(Debug)]
pub struct NoTables;

impl Tables for NoTables {
    fn open(&mut self, _: TableAt<'_>) -> Result<Box<dyn Table + '_>, TableError> {
        Err(TableError::Told(Box::new(Diagnostic::unplaced(&diagnostics::catalogue::NO_DRIVER))))
    }
}

/// How the rows of a table are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowUnit {
    /// By their numbers in the file.
    Row,
    /// By their numbers in this sheet, as the spreadsheet shows them.
    SheetRow(String),
    /// By a whole number that this table has for each.
    Rowid(String),
    /// By their order in this table.
    TableRow(String),
    /// By the primary key of this table.
    Key(String),
}

/// Which row of a table it is; the kind is that of its [`RowUnit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowPlace<'r> {
    /// The next one in order.
    Next,
    /// This number.
    Number(i64),
    /// The values of its key, as the table shows them, joined by `, `.
    Key(&'r str),
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TableCell<'r> {
    /// Nothing.
    Empty,
    /// A whole number.
    Integer(i64),
    /// A floating-point number.
    Float(f64),
    /// A text; also days (`2023-05-01`), decimals (their digits), truths (`true`, `false`).
    Text(&'r str),
    /// What is no value: as it is shown.
    Fault(CellFault, &'r str),
}

/// Why a cell of a table is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// Bytes that are no UTF-8 text.
    Bytes,
    /// The formula in it ended in an error, such as `#N/A`.
    Formula,
    /// A number whose digits got lost when somebody saved it as one, such as an identity number of 18 digits.
    LostDigits,
}

/// Why a table cannot be read. The diagnostic is complete, except that span, file and relation are set by whoever asked.
#[derive(Debug)]
pub enum TableError {
    /// For good.
    Told(Box<Diagnostic>),
    /// The connection to a server broke: another try may succeed.
    Lost(Box<Diagnostic>),
}

impl From<Diagnostic> for TableError {
    fn from(told: Diagnostic) -> Self {
        Self::Told(Box::new(told))
    }
}

impl From<Box<Diagnostic>> for TableError {
    fn from(told: Box<Diagnostic>) -> Self {
        Self::Told(told)
    }
}
