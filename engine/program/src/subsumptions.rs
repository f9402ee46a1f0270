//! `R(x) <= R(y) :- body.`

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast;

use crate::checked::Law;
use crate::declarations::Declarations;
use crate::draft;
use crate::namespace::Namespace;
use crate::relations::Relations;
use crate::report::Report;

/// The draft of a subsumption, as a rule whose head is the dominated atom and whose body begins with both atoms. `None` where it
/// relates no tuples of one relation, which is reported.
pub(crate) fn build(
    written: &ast::Subsumption,
    file: FileId,
    namespace: &Namespace,
    declarations: &Declarations,
    report: &mut Report,
) -> Option<draft::Rule> {
    let rule = draft::build_subsumption(written, file, namespace, declarations, report)?;
    let head = rule.heads.first()?.relation?;
    let other = rule.body.as_ref().and_then(second_atom)?;
    let relations = &declarations.relations;
    if other != head {
        let error = Diagnostic::new(&catalogue::SUBSUMPTION_ACROSS, rule.span).arg("left", &relations.get(head).name);
        report.push(error.arg("right", &relations.get(other).name));
        return None;
    }
    Some(rule)
}

fn second_atom(body: &draft::Body) -> Option<crate::checked::RelId> {
    let draft::Body::All(parts) = body else { return None };
    match parts.get(1) {
        Some(draft::Body::Literal(draft::Literal { kind: draft::LiteralKind::Atom(atom), .. })) => atom.relation,
        _ => None,
    }
}

/// Gives the relations of `drafts` the law of subsumption, where they have no other one.
pub(crate) fn apply(drafts: &[draft::Rule], relations: &mut Relations, report: &mut Report) {
    for draft in drafts {
        let Some(head) = draft.heads.first().and_then(|head| head.relation) else { continue };
        let declared = &mut relations.all[head.0 as usize];
        if declared.law == Law::Subsumption {
            continue;
        }
        match reason(declared.columns.is_empty(), &declared.law, declared.representation.is_some()) {
            None => declared.law = Law::Subsumption,
            Some(reason) => {
                const RULE: Text = Text { en: "the subsumption", zh: "此处的包摄规则" };
                let place: Span = declared.span;
                let error = Diagnostic::new(&catalogue::NO_SUBSUMPTION, place).arg("name", &declared.name);
                report.push(error.words("reason", reason).related(draft.span, RULE));
            }
        }
    }
}

/// Warns of relations that announce a subsumption and have none.
pub(crate) fn lint(relations: &Relations, report: &mut Report) {
    for declared in relations.all.iter().filter(|declared| declared.law != Law::Subsumption) {
        let warning = declared.deletable.map(|span| Diagnostic::new(&catalogue::DELETABLE_WITHOUT_RULE, span));
        report.extend(warning.map(|warning| warning.arg("name", &declared.name)));
    }
}

/// Why a relation cannot have subsumptions.
fn reason(nullary: bool, law: &Law, represented: bool) -> Option<Text> {
    Some(match law {
        Law::Equivalence => Text { en: "it is an `eqrel`", zh: "它是 `eqrel`" },
        Law::Choice(_) => Text { en: "it has a `choice-domain`", zh: "它带有 `choice-domain`" },
        Law::DeltaOf(_) => Text { en: "it observes another relation", zh: "它用于观察另一个关系" },
        _ if nullary => Text { en: "it has no columns", zh: "它没有列" },
        _ if represented => Text {
            en: "it asks for a representation from which nothing is deleted",
            zh: "它要求的存储方式不支持删除",
        },
        _ => return None,
    })
}
