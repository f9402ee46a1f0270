//! Which field gives which column.

use diagnostics::{Diagnostic, Entry, Text, catalogue};
use program::checked::ColumnSource;

use super::header::Header;
use crate::read::Reading;
use crate::shorten;

/// The fields of a source that are read, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Column of the relation and field of the record, ascending by column. The `row` column is not among them.
    pub(crate) fields: Vec<(usize, usize)>,
    /// How many fields each row has, where a header says so.
    pub(crate) width: Option<usize>,
}

impl Layout {
    /// The layout that the directive asks for. What is wrong with the header is added to `findings`; `None` if that is an error.
    pub(crate) fn resolve(
        reading: &Reading,
        header: Option<&Header>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Layout> {
        let resolving = Resolving { reading };
        let (mut fields, mut errors) = (Vec::with_capacity(reading.relation.columns.len()), Vec::new());
        for (position, (column, source)) in reading.mapped().enumerate() {
            match resolving.field(position, column, source, header) {
                Ok(field) => fields.push((column, field)),
                Err(error) => errors.push(*error),
            }
            if !errors.is_empty() && header.is_some_and(Header::is_undivided) {
                // Every other column is missing for the same reason.
                break;
            }
        }
        if let Some(header) = header {
            errors.extend(resolving.too_short(header, &fields));
            let repeated = header.repeated().into_iter().filter(|name| !resolving.names(name));
            findings.extend(repeated.map(|name| resolving.repeated(&catalogue::DUPLICATE_HEADER, header, name)));
        }
        let valid = errors.is_empty();
        findings.append(&mut errors);
        valid.then(|| Layout { fields, width: header.map(Header::width) })
    }

    /// Whether an empty line is a row of one empty cell rather than no row at all.
    pub(crate) fn is_one_cell(&self) -> bool {
        match self.width {
            Some(width) => width == 1,
            None => matches!(self.fields[..], [(_, 0)]),
        }
    }
}

struct Resolving<'a> {
    reading: &'a Reading<'a>,
}

impl Resolving<'_> {
    /// The field for `column`, the relation's column at this position (the `row` column left out).
    fn field(
        &self,
        position: usize,
        column: usize,
        source: Option<&ColumnSource>,
        header: Option<&Header>,
    ) -> Result<usize, Box<Diagnostic>> {
        let name = match source {
            None | Some(ColumnSource::Constant(_)) => return Ok(position),
            Some(ColumnSource::Index(field)) => return Ok(*field),
            Some(ColumnSource::Header(name)) => name,
        };
        let none = Header::new([]);
        let header = header.unwrap_or(&none);
        match header.fields_named(name)[..] {
            [field] => Ok(field),
            [] => Err(Box::new(self.unknown(header, name).arg("column", &self.reading.relation.columns[column].name))),
            _ => Err(Box::new(
                self.repeated(&catalogue::AMBIGUOUS_HEADER, header, name)
                    .arg("column", &self.reading.relation.columns[column].name),
            )),
        }
    }

    fn unknown(&self, header: &Header, name: &str) -> Diagnostic {
        const DELIMITER: Text = Text {
            en: "check `delimiter`: the header is a single field",
            zh: "请检查 `delimiter`：表头只有一个字段",
        };
        const CORRECT: Text = Text { en: "correct the name in `columns`", zh: "请改正 `columns` 中的名称" };
        let unknown = self.diagnostic(&catalogue::UNKNOWN_HEADER).arg("name", shorten::for_message(name));
        let unknown = unknown.list("headers", header.shown());
        match header.nearest(name).map(shorten::for_message) {
            _ if header.is_undivided() => unknown.words("advice", DELIMITER),
            Some(near) => {
                unknown.texts("advice", format!("the nearest header is `{near}`"), format!("最接近的表头是 `{near}`"))
            }
            None => unknown.words("advice", CORRECT),
        }
    }

    /// The first column whose field lies behind the end of the header.
    fn too_short(&self, header: &Header, fields: &[(usize, usize)]) -> Option<Diagnostic> {
        let (column, field) = fields.iter().find(|(_, field)| *field >= header.width())?;
        let column = &self.reading.relation.columns[*column].name;
        let diagnostic = self.diagnostic(&catalogue::SHORT_HEADER).arg("column", column);
        Some(diagnostic.arg("found", header.width()).arg("needed", field + 1))
    }

    /// Whether `columns` refers to this header.
    fn names(&self, header: &str) -> bool {
        let sources = self.reading.input.columns.iter().flatten();
        sources.into_iter().any(|source| matches!(source, ColumnSource::Header(name) if name == header))
    }

    fn repeated(&self, entry: &'static Entry, header: &Header, name: &str) -> Diagnostic {
        let fields = header.fields_named(name);
        let diagnostic = self.diagnostic(entry).arg("name", shorten::for_message(name));
        diagnostic.arg("count", fields.len()).list("fields", fields.iter().map(usize::to_string))
    }

    fn diagnostic(&self, entry: &'static Entry) -> Diagnostic {
        self.reading.error(entry)
    }
}
