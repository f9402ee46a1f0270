//! What stands behind the columns of a `.decl`.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{RelationDecl, Token};

use crate::checked::Law;
use crate::report::Report;

/// What the qualifiers of a declaration say.
#[derive(Default)]
pub(super) struct Qualifiers {
    pub(super) inline: Option<Span>,
    pub(super) io: Vec<(SyntaxKind, Span)>,
    pub(super) law: Law,
    /// `brie`, `btree` or `eqrel`, which do not go together with subsumption.
    pub(super) representation: Option<Span>,
}

impl Qualifiers {
    /// Reads the qualifiers of `decl`; what is wrong with them is reported.
    pub(super) fn read(decl: &RelationDecl, file: FileId, report: &mut Report) -> Qualifiers {
        let mut qualifiers = Qualifiers::default();
        let mut seen: BTreeMap<SyntaxKind, Token> = BTreeMap::new();
        for token in decl.qualifiers() {
            let (kind, span) = (token.kind(), token.span(file));
            if let Some(previous) = seen.get(&group(kind)) {
                let again = Diagnostic::new(&catalogue::QUALIFIER_TWICE, span).arg("word", token.text());
                report.push(again.arg("first", previous.text()).related(previous.span(file), FIRST));
                continue;
            }
            seen.insert(group(kind), token.clone());
            match kind {
                SyntaxKind::EQREL => {
                    qualifiers.law = Law::Equivalence;
                    qualifiers.representation = Some(span);
                    equivalence(decl, file, report);
                }
                SyntaxKind::BTREE | SyntaxKind::BRIE => qualifiers.representation = Some(span),
                SyntaxKind::INLINE => qualifiers.inline = Some(span),
                SyntaxKind::INPUT | SyntaxKind::OUTPUT | SyntaxKind::PRINTSIZE => {
                    let old = Diagnostic::new(&catalogue::OLD_QUALIFIER, span).arg("word", token.text());
                    report.push(old.arg("name", decl.names().first().map_or("R", Token::text)));
                    qualifiers.io.push((kind, span));
                }
                // These ask for a representation or a rewriting that changes no result.
                _ => {}
            }
        }
        let keys = choice_keys(decl, file, report);
        match (keys.is_empty(), &qualifiers.law) {
            (true, _) => {}
            (false, Law::Set) => qualifiers.law = Law::Choice(keys),
            (false, _) => {
                let place = decl.choice_keys()[0].span(file);
                report.push(Diagnostic::new(&catalogue::TWO_LAWS, place).arg("first", "eqrel"));
            }
        }
        qualifiers
    }
}

const FIRST: Text = Text { en: "the first one", zh: "第一个" };

/// Qualifiers of one group exclude each other; each other qualifier is a group of its own.
fn group(kind: SyntaxKind) -> SyntaxKind {
    match kind {
        SyntaxKind::BRIE | SyntaxKind::BTREE | SyntaxKind::BTREE_DELETE | SyntaxKind::EQREL => SyntaxKind::BTREE,
        SyntaxKind::NO_INLINE => SyntaxKind::INLINE,
        SyntaxKind::NO_MAGIC => SyntaxKind::MAGIC,
        kind => kind,
    }
}

/// An equivalence relates values of one type.
fn equivalence(decl: &RelationDecl, file: FileId, report: &mut Report) {
    let types: Vec<String> = decl
        .attributes()
        .iter()
        .map(|attribute| attribute.type_name().map_or_else(String::new, |name| name.dotted()))
        .collect();
    if types.len() == 2 && types[0] == types[1] {
        return;
    }
    for name in decl.names() {
        let error = Diagnostic::new(&catalogue::NO_EQUIVALENCE, name.span(file)).arg("name", name.text());
        report.push(error.arg("types", types.join(", ")));
    }
}

/// The columns of each key; keys with unknown columns are reported.
fn choice_keys(decl: &RelationDecl, file: FileId, report: &mut Report) -> Vec<Vec<usize>> {
    let attributes = decl.attributes();
    let names: Vec<Token> = attributes.iter().filter_map(|attribute| attribute.name()).collect();
    let mut keys = Vec::new();
    for key in decl.choice_keys() {
        let mut columns = Vec::new();
        for column in key.columns() {
            match names.iter().position(|name| name.text() == column.text()) {
                Some(index) => columns.push(index),
                None => {
                    let known = names.iter().map(Token::text).collect();
                    let near = report.near_or_all(column.text(), known);
                    let error = Diagnostic::new(&catalogue::UNKNOWN_CHOICE_COLUMN, column.span(file));
                    report.push(error.arg("name", column.text()).list("known", near));
                }
            }
        }
        columns.sort_unstable();
        columns.dedup();
        keys.push(columns);
    }
    keys
}
