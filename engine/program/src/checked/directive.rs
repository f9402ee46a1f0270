//! Where records come from and where relations go.

use diagnostics::Span;

use super::RelId;

/// `.input R(..)` for one relation.
#[derive(Debug)]
pub struct Input {
    /// The relation filled.
    pub relation: RelId,
    /// Where the records are.
    pub source: RecordSource,
    /// How they are written.
    pub format: TextFormat,
    /// Which field of a record gives which column. `None`: field i gives column i (the `row` column left out).
    pub columns: Option<Vec<ColumnSource>>,
    /// `row="n"`: the column (by index) that takes the record's number. Its type is `number` or `unsigned`.
    pub row: Option<usize>,
    /// `blank="skip"`: a record with an empty mapped cell gives no fact instead of being a bad one.
    pub skip_blank: bool,
    /// The relation's name in the directive.
    pub span: Span,
}

/// Where records come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordSource {
    /// A file; a relative name is looked up in the fact folder.
    File(String),
    /// Standard input.
    Stdin,
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

/// An entry of `columns="0:2:name"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnSource {
    /// The field with this number, from 0.
    Index(usize),
    /// The field under this header (needs `headers=true`).
    Header(String),
}

/// `.output R(..)` for one relation.
#[derive(Debug)]
pub struct Output {
    /// The relation written.
    pub relation: RelId,
    /// Where it goes.
    pub target: OutputTarget,
    /// How it is written.
    pub format: TextFormat,
    /// `attributeNames`: the header line's names instead of the declared ones, already split at the delimiter.
    pub names: Option<Vec<String>>,
    /// The relation's name in the directive.
    pub span: Span,
}

/// Where a relation goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputTarget {
    /// A file; a relative name is put into the output folder.
    File(String),
    /// Standard output.
    Stdout,
}

/// `.printsize R`.
#[derive(Debug)]
pub struct PrintSize {
    /// The relation counted.
    pub relation: RelId,
    /// The relation's name in the directive.
    pub span: Span,
}
