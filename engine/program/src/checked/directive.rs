//! Where records come from and where relations go.

use std::collections::BTreeMap;

use diagnostics::Span;

use super::{Conversion, RelId};

/// `.input R(..)` for one relation.
#[derive(Clone, Debug)]
pub struct Input {
    /// The relation filled.
    pub relation: RelId,
    /// Where the records are.
    pub source: RecordSource,
    /// How they are written.
    pub format: InputFormat,
    /// What gives each column (the `row` column left out). `None`: field i gives column i, and the field of a JSON object that has
    /// the column's name.
    pub columns: Option<Vec<ColumnSource>>,
    /// What is done with the text of a field before it is read as a value of the column (by index); columns with nothing to do are not here.
    pub conversions: BTreeMap<usize, Vec<Conversion>>,
    /// `row="n"`: the column (by index) that takes the record's number. Its type is `number` or `unsigned`.
    pub row: Option<usize>,
    /// A record with an empty cell for one of these columns gives no fact instead of being a bad one. `blank="skip"`: all that are mapped; of a
    /// relation whose values are expected ([`super::Openness::expected`]): those behind the key.
    pub skip_blank: Vec<usize>,
    /// The relation's name in the directive.
    pub span: Span,
}

/// Where records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordSource {
    /// A file; a relative name is looked up in the fact folder. With `*` or `?` in the name all files that fit, in the order of their
    /// paths. Of a database also `file:..` (a URI) and `:memory:`.
    File(String),
    /// Standard input.
    Stdin,
    /// The database of this name; where it is, the project or the command line says.
    Connection(String),
}

impl RecordSource {
    /// The file's or database's name as the directive gives it, or `stdin`.
    pub fn name(&self) -> &str {
        match self {
            Self::File(name) | Self::Connection(name) => name,
            Self::Stdin => "stdin",
        }
    }
}

/// How records are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Lines of fields, compressed or not.
    Text {
        /// How fields and rows are told apart.
        format: TextFormat,
        /// What the bytes mean.
        encoding: Encoding,
    },
    /// A JSON list of lists or objects.
    Json {
        /// The way to the list (a JSON Pointer, RFC 6901); empty: the text is the list.
        records: String,
    },
    /// One JSON list or object a line.
    JsonLines,
    /// The table or view of this name in an SQLite database.
    Sqlite {
        /// The name.
        table: String,
    },
    /// A sheet of an Excel workbook.
    Workbook(Sheet),
    /// A Parquet file.
    Parquet,
    /// The table or view of a database server.
    Database(DatabaseTable),
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; `None`: the workbook has only one.
    pub name: Option<String>,
    /// The first and last row of the header, from 1. Where there are several, a column's name is made of the different texts above each other,
    /// joined by `/`; a merged cell stands above all columns it covers.
    pub header: (u32, u32),
}

/// A table of a database server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseTable {
    /// Its name, its schema's before it: each part is one identifier, whatever characters it has.
    pub name: Vec<String>,
    /// Only rows that meet all of these are read; the server chooses them.
    pub filter: Vec<Condition>,
}

/// A condition on the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The table's column.
    pub column: String,
    /// What the server compares by, e.g. `=`, `<>`, `<`, `<=`, `>`, `>=`.
    pub comparison: &'static str,
    /// What with, as text.
    pub value: String,
}

/// What the bytes of a text mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    #[default]
    Utf8,
    /// GB 18030-2022, with GBK and GB 2312 inside.
    Gb18030,
    /// UTF-16, lower byte first unless the byte order mark says otherwise.
    Utf16,
}

/// How records are written as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFormat {
    /// Between fields: one or more characters; a tab unless told otherwise, a comma with `rfc4180`.
    pub delimiter: String,
    /// Fields may be quoted (RFC 4180).
    pub rfc4180: bool,
    /// The first record names the columns (input: is skipped; output: is written).
    pub headers: bool,
}

impl Default for TextFormat {
    /// Fields between tabs, no quotes, no header.
    fn default() -> Self {
        Self { delimiter: "\t".to_owned(), rfc4180: false, headers: false }
    }
}

/// What gives a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnSource {
    /// The field with this number, from 0.
    Index(usize),
    /// The field under this header (text: needs `headers=true`), of this name (JSON), the column of this name (tables). A name of JSON
    /// that begins with `/` is the way to a field inside (a JSON Pointer, RFC 6901).
    Header(String),
    /// No field: each record has this text here.
    Constant(String),
}

/// `.output R(..)` for one relation.
#[derive(Clone, Debug)]
pub struct Output {
    /// The relation written.
    pub relation: RelId,
    /// Where it goes.
    pub target: OutputTarget,
    /// How it is written.
    pub format: OutputFormat,
    /// The relation's name in the directive.
    pub span: Span,
}

/// How a relation is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputFormat {
    /// Lines of fields.
    Text(TextOutput),
    /// A JSON list, a line for each tuple.
    Json(JsonForm),
    /// Lines, each of them JSON by itself: a tuple.
    JsonLines(JsonForm),
    /// A sheet of an Excel workbook.
    Workbook {
        /// Its name, as far as sheets may have it.
        sheet: String,
    },
    /// A Parquet file.
    Parquet,
    /// Tables of an SQLite database, and a view with this name.
    Sqlite {
        /// The name.
        view: String,
    },
    /// A table of a database server.
    Database {
        /// Its name, its schema's before it: each part is one identifier, whatever characters it has.
        table: Vec<String>,
    },
    /// Name and number of tuples, as `.printsize` prints them.
    Size,
}

/// A relation as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextOutput {
    /// How fields and rows are told apart.
    pub format: TextFormat,
    /// `attributeNames`: the header line's names instead of the declared ones, already split at the delimiter.
    pub names: Option<Vec<String>>,
    /// `compress`: as gzip does it. Standard output is never compressed.
    pub compress: bool,
}

/// How a tuple or record is written in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JsonForm {
    /// `[1, "a"]`
    #[default]
    List,
    /// `{"id": 1, "name": "a"}`
    Object,
}

/// Where a relation goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputTarget {
    /// A file; a relative name is put into the output folder. Of a database also `file:..` (a URI) and `:memory:`.
    File(String),
    /// Standard output.
    Stdout,
    /// The database of this name; where it is, the project or the command line says.
    Connection(String),
}

/// `.printsize R`.
#[derive(Clone, Debug)]
pub struct PrintSize {
    /// The relation counted.
    pub relation: RelId,
    /// The relation's name in the directive.
    pub span: Span,
}
