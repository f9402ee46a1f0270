//! Where records come from and where relations go.

use diagnostics::Span;

use super::RelId;

/// `.input R(..)` for one relation.
#[derive(Clone, Debug)]
pub struct Input {
    /// The relation filled.
    pub relation: RelId,
    /// Where the records are.
    pub source: RecordSource,
    /// How they are written.
    pub format: InputFormat,
    /// Which field of a record gives which column. `None`: field i gives column i (the `row` column left out), and the field of a
    /// JSON object that has the column's name.
    pub columns: Option<Vec<ColumnSource>>,
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
    /// A file; a relative name is looked up in the fact folder. Of a database also `file:..` (a URI) and `:memory:`.
    File(String),
    /// Standard input.
    Stdin,
}

impl RecordSource {
    /// The file's name as the directive gives it, or `stdin`.
    pub fn name(&self) -> &str {
        match self {
            Self::File(name) => name,
            Self::Stdin => "stdin",
        }
    }
}

/// How records are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Lines of fields, compressed or not.
    Text(TextFormat),
    /// A JSON list of lists or objects.
    Json,
    /// The table or view of this name in an SQLite database.
    Sqlite {
        /// The name.
        table: String,
    },
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

/// An entry of `columns="0:2:name"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnSource {
    /// The field with this number, from 0.
    Index(usize),
    /// The field under this header (text: needs `headers=true`), of this name (JSON), the column of this name (SQLite).
    Header(String),
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
    /// Tables of an SQLite database, and a view with this name.
    Sqlite {
        /// The name.
        view: String,
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
}

/// `.printsize R`.
#[derive(Clone, Debug)]
pub struct PrintSize {
    /// The relation counted.
    pub relation: RelId,
    /// The relation's name in the directive.
    pub span: Span,
}
