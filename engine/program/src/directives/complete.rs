//! `.complete p by (..) from "file"`: the declarations are records.

use std::collections::BTreeMap;

use diagnostics::FileId;
use syntax::ast::CompleteDecl;

use crate::checked::{ColumnSource, Complete, Encoding, Input, InputFormat, RecordSource, TextFormat};
use crate::namespace::Namespace;
use crate::relations::Relations;

/// The declarations' file: CSV with a header that names the columns. `None` for a relation that is complete everywhere, and where
/// something was reported.
pub(super) fn read(decl: &CompleteDecl, file: FileId, namespace: &Namespace, relations: &Relations) -> Option<Input> {
    let (name, from) = (decl.name()?, decl.file()?.string_value()?);
    let complete = &relations.get(relations.find(&name.dotted(), namespace)?).openness.complete;
    let relation = match complete {
        Some(Complete::Declared { declared, span, .. }) if *span == name.span(file) => *declared,
        _ => return None,
    };
    let columns = relations.get(relation).columns.iter();
    let format = TextFormat { delimiter: ",".to_owned(), rfc4180: true, headers: true };
    Some(Input {
        relation,
        source: RecordSource::File(from),
        format: InputFormat::Text { format, encoding: Encoding::Utf8 },
        columns: Some(columns.map(|column| ColumnSource::Header(column.name.clone())).collect()),
        conversions: BTreeMap::new(),
        row: None,
        skip_blank: Vec::new(),
        span: name.span(file),
    })
}
