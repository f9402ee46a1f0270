//! The fact that `why` is asked about.

mod arguments;
mod value;

use diagnostics::{Diagnostic, Files, Lang, Span, catalogue};
use program::checked::{Program, Purpose};
use proof::Question;
use syntax::ast::{Atom, Item};

use self::arguments::by_column;
use crate::exit::Failure;
use crate::nearest::{declared_names, suggestion};

/// What is asked.
#[derive(Debug)]
pub struct Asked {
    /// The fact.
    pub fact: Question,
    /// True where it is asked why it is open: a `?` stands behind the name of the relation.
    pub open: bool,
}

/// Reads a fact: a relation with a value or `_` for each column, a full stop behind it or not. Values are read by the type
/// of their column; a string literal is read there as the same text in a record would be.
pub fn question(text: &str, program: &Program, files: &mut Files, lang: Lang) -> Result<Asked, Failure> {
    let text = text.trim().trim_end_matches(['.', '。']).trim_end();
    let shown = diagnostics::Text { en: "question", zh: "所问" }.get(lang);
    // The full stop makes it a fact of the rule language; it is no part of what is shown when something is wrong.
    let file = files.add(shown, text);
    let parse = syntax::parse(file, &format!("{text}.\n"));
    let whole = Span { file, start: 0, end: text.len() as u32 };
    let clipped = |mut diagnostic: Diagnostic| {
        diagnostic.span =
            diagnostic.span.map(|span| Span { start: span.start.min(whole.end), end: span.end.min(whole.end), ..span });
        diagnostic
    };
    let not_an_atom = || Failure::usage(Diagnostic::new(&catalogue::QUESTION_NOT_AN_ATOM, whole));
    if !is_like_an_atom(text) {
        return Err(not_an_atom());
    }
    let of_the_parser = [catalogue::EXPECTED.code, catalogue::MISSING_FULL_STOP.code];
    let told = |found: &&Diagnostic| found.is_error() && !of_the_parser.contains(&found.code());
    let is_wrong = parse.diagnostics.iter().any(Diagnostic::is_error);
    // What the parser expected is what a rule file might hold, and would mislead here.
    let errors = parse.diagnostics.iter().filter(told).cloned().map(clipped).collect::<Vec<_>>();
    let read = match &parse.program().items()[..] {
        [Item::Rule(rule)] if rule.body().is_none() => match &rule.heads()[..] {
            [atom] if !is_wrong => resolve(atom, program, whole),
            _ => Err(errors),
        },
        _ => Err(errors),
    };
    read.map_err(|found| match found.is_empty() {
        true => not_an_atom(),
        false => Failure::Found(crate::exit::Exit::Usage, found),
    })
}

/// True where a name and a bracket begin the text.
fn is_like_an_atom(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_alphanumeric() || "_?.".contains(c));
    behind.len() < text.len() && behind.trim_start().starts_with(['(', '（'])
}

fn resolve(atom: &Atom, program: &Program, whole: Span) -> Result<Asked, Vec<Diagnostic>> {
    let Some(name) = atom.name() else { return Err(Vec::new()) };
    let dotted = name.dotted();
    let declared = |name: &str| program.find(name).filter(|id| program.relation(*id).purpose == Purpose::Declared);
    let open = || dotted.strip_suffix('?').and_then(declared).map(|relation| (relation, true));
    let Some((relation, open)) = declared(&dotted).map(|relation| (relation, false)).or_else(open) else {
        let near = suggestion(&dotted, declared_names(program));
        let unknown = Diagnostic::new(&catalogue::QUESTION_UNKNOWN_RELATION, name.span(whole.file));
        return Err(vec![unknown.arg("name", dotted).arg("near", near)]);
    };
    let args = by_column(atom, program.relation(relation), &program.shapes, whole)?;
    Ok(Asked { fact: Question { relation, args }, open })
}

#[cfg(test)]
mod tests;
