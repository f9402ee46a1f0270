//! Records read from bytes.

use std::path::Path;
use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Span};
use program::checked::{
    Column, Input, InputFormat, Program, RecordSource, RelId, Relation, TextFormat,
};
use sources::{Options, Records};
use values::{Branch, Code, Dictionary, Field, Primitive, Shape, ShapeId, ShapeKind, Shapes};

/// A program that reads one relation from standard input in this format: a symbol, a decimal, a list, a tree.
pub fn program(format: InputFormat) -> Program {
    let [list, tree] = [0, 1].map(|shape| Primitive::Composite(ShapeId(shape)));
    let mut shapes = Shapes::default();
    let mut add = |name: &str, kind| shapes.add(Shape { name: name.to_owned(), kind });
    add("List", ShapeKind::Record(fields(&[("head", Primitive::Number), ("tail", list)])));
    let node = Branch { name: "Node".to_owned(), fields: fields(&[("left", tree), ("label", Primitive::Symbol)]) };
    add("Tree", ShapeKind::Adt(vec![Branch { name: "Leaf".to_owned(), fields: Vec::new() }, node]));
    let span = Span { file: FileId(0), start: 0, end: 0 };
    let columns = [("a", Primitive::Symbol), ("b", Primitive::Decimal), ("c", list), ("d", tree)];
    let columns = columns.map(|(name, primitive)| Column { name: name.to_owned(), type_name: String::new(), primitive });
    let relation = Relation::new("r".to_owned(), columns.into(), span);
    let source = RecordSource::Stdin;
    let input = Input { relation: RelId(0), source, format, columns: None, conversions: Default::default(), row: None, skip_blank: Vec::new(), span };
    Program { relations: vec![relation], inputs: vec![input], shapes: Arc::new(shapes), ..Program::default() }
}

/// Loads the bytes, bad rows collected; the account of rows is checked on the way.
pub fn load(program: &Program, mut bytes: &[u8], dictionary: &mut Dictionary) -> Result<Records, Vec<Diagnostic>> {
    let options = Options { folder: Path::new(""), collect_rejects: true, missing_is_empty: false, follow_links: false, digests: false };
    sources::load(program, &options, &mut bytes, &mut sources::NoTables, dictionary)
}

/// The facts, row by row.
pub fn rows(records: &Records) -> Vec<Vec<Code>> {
    let loaded = &records.relations[0];
    (0..loaded.len() as usize).map(|fact| loaded.columns.iter().map(|column| column[fact]).collect()).collect()
}

/// Quoted fields with a comma between them.
#[allow(dead_code, reason = "one of the targets reads no text")]
pub fn quoted() -> TextFormat {
    TextFormat { delimiter: ",".to_owned(), rfc4180: true, headers: false }
}

fn fields(fields: &[(&str, Primitive)]) -> Vec<Field> {
    fields.iter().map(|(name, primitive)| Field { name: (*name).to_owned(), primitive: *primitive }).collect()
}
