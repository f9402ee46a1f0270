//! What is wrong with relations marked `inline` and with atoms that read them.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Text, catalogue};

use super::{Inlining, Meaning};
use crate::checked::RelId;
use crate::counters::places;
use crate::declarations::Declarations;
use crate::directives::Directives;
use crate::draft::{Aggregate, Atom, Body, LiteralKind, Rule, Term};
use crate::report::Report;
use crate::rules::Drafted;

/// An atom of a body.
pub(super) struct Read<'a> {
    pub(super) atom: &'a Atom,
    positive: bool,
    in_aggregate: bool,
}

/// These relations, marked `inline`, read each other.
pub(super) fn circle(circle: &[RelId], declarations: &Declarations) -> Diagnostic {
    const STEP: Text = Text { en: "part of the circle", zh: "处于循环之中" };
    let names = circle.iter().map(|id| declarations.name(*id));
    let place = |id: &RelId| declarations.relations.get(*id).span;
    let error = Diagnostic::new(&catalogue::INLINE_CIRCLE, place(&circle[0])).list("names", names);
    circle[1..].iter().fold(error, |error, id| error.related(place(id), STEP))
}

/// Reports relations marked `inline` that are read or written outside, that count, and atoms that nothing can be put in place
/// of.
pub(super) fn report(
    drafted: &[Drafted<'_>],
    inlining: &Inlining,
    declarations: &Declarations,
    directives: &Directives,
    report: &mut Report,
) {
    let relations = &declarations.relations;
    outside(drafted, inlining, declarations, directives, report);
    let mut opaque = BTreeSet::new();
    for rule in drafted.iter().map(|drafted| &drafted.draft) {
        for head in rule.heads.iter().filter_map(|head| head.relation) {
            if relations.get(head).inline.is_none() {
                continue;
            }
            for place in places(rule) {
                report.push(Diagnostic::new(&catalogue::INLINED_COUNTER, place).arg("name", declarations.name(head)));
            }
            if has_own_variables(rule) {
                opaque.insert(head);
            }
        }
    }
    for (id, meaning) in &inlining.meanings {
        if let Meaning::Rules(rules) = meaning
            && rules.iter().any(has_own_variables)
        {
            opaque.insert(*id);
        }
    }
    for rule in drafted.iter().map(|drafted| &drafted.draft) {
        atoms(rule, &mut |read| {
            let Some(id) = read.atom.relation.filter(|id| relations.get(*id).inline.is_some()) else { return };
            if let Some(reason) = refused(&read, opaque.contains(&id), inlining.replaces(id)) {
                const DECLARED: Text = Text { en: "marked `inline` here", zh: "在此标为 `inline`" };
                let error = Diagnostic::new(&catalogue::NOT_INLINABLE, read.atom.span);
                let error = error.arg("name", declarations.name(id)).words("reason", reason);
                report.push(error.related(relations.get(id).inline.unwrap_or(read.atom.span), DECLARED));
            }
        });
    }
}

/// Why nothing can be put in place of an atom; `opaque` relations have rules with variables that their heads lack.
fn refused(read: &Read<'_>, opaque: bool, is_replaced: bool) -> Option<Text> {
    if read.in_aggregate {
        return is_replaced.then_some(Text { en: "it stands in an aggregate", zh: "它位于聚合之中" });
    }
    if read.positive {
        return None;
    }
    match (opaque, read.atom.args.iter().any(has_wildcard)) {
        (true, _) => Some(Text {
            en: "it is negated, and its rules have variables that their heads lack",
            zh: "它被否定，而其规则含有规则头中没有的变量",
        }),
        (_, true) => {
            Some(Text { en: "it is negated and has an argument `_`", zh: "它被否定，且含有参数 `_`" })
        }
        _ => None,
    }
}

/// True for `_` and for a value with `_` in it.
pub(super) fn has_wildcard(term: &Term) -> bool {
    let mut found = matches!(term, Term::Wildcard(_));
    term.children(&mut |child| found |= has_wildcard(child));
    found
}

/// Relations whose tuples are asked for or come from outside.
fn outside(
    drafted: &[Drafted<'_>],
    inlining: &Inlining,
    declarations: &Declarations,
    directives: &Directives,
    report: &mut Report,
) {
    const HERE: Text = Text { en: "asked for here", zh: "在此要求" };
    let inputs = directives.inputs.iter().map(|input| (input.relation, input.span));
    let outputs = directives.outputs.iter().map(|output| (output.relation, output.span));
    let sizes = directives.print_sizes.iter().map(|size| (size.relation, size.span));
    let clues = drafted.iter().filter(|drafted| drafted.is_clue()).flat_map(|drafted| &drafted.draft.heads);
    let clues = clues.filter_map(|head| Some((head.relation.filter(|id| inlining.replaces(*id))?, head.span)));
    let mut told = BTreeSet::new();
    for (id, place) in inputs.chain(outputs).chain(sizes).chain(clues) {
        let declared = declarations.relations.get(id);
        if declared.inline.is_some() && told.insert(id) {
            let error = Diagnostic::new(&catalogue::INLINED_IO, declared.span).arg("name", &declared.name);
            report.push(error.related(place, HERE));
        }
    }
}

/// True where the body has a variable that is no argument of the head.
pub(super) fn has_own_variables(rule: &Rule) -> bool {
    let mut given = BTreeSet::new();
    for arg in rule.heads.iter().flat_map(|head| &head.args) {
        if let Term::Variable(id, _) = arg {
            given.insert(*id);
        }
    }
    let mut own = false;
    let mut look = |term: &Term| term.variables(&mut |id, _| own |= !given.contains(&id));
    rule.heads.iter().flat_map(|head| &head.args).for_each(&mut look);
    rule.body
        .iter()
        .for_each(|body| body.literals(&mut |literal| literal.kind.terms().into_iter().for_each(&mut look)));
    own
}

/// Visits the atoms of a rule's body and of its aggregates.
pub(super) fn atoms<'a>(rule: &'a Rule, visit: &mut dyn FnMut(Read<'a>)) {
    rule.heads.iter().flat_map(|head| &head.args).for_each(|arg| in_term(arg, visit));
    rule.body.iter().for_each(|body| in_body(body, true, false, visit));
}

fn in_body<'a>(body: &'a Body, positive: bool, in_aggregate: bool, visit: &mut dyn FnMut(Read<'a>)) {
    match body {
        Body::All(parts) | Body::Any(parts) => {
            parts.iter().for_each(|part| in_body(part, positive, in_aggregate, visit));
        }
        Body::Not(inner) => in_body(inner, !positive, in_aggregate, visit),
        Body::Literal(literal) => {
            match &literal.kind {
                LiteralKind::Atom(atom) => visit(Read { atom, positive, in_aggregate }),
                LiteralKind::Absent(absent) => visit(Read { atom: &absent.atom, positive: false, in_aggregate }),
                _ => {}
            }
            literal.kind.terms().into_iter().for_each(|term| in_term(term, visit));
        }
    }
}

fn in_term<'a>(term: &'a Term, visit: &mut dyn FnMut(Read<'a>)) {
    term.aggregates(&mut |aggregate: &'a Aggregate| {
        aggregate.target.iter().for_each(|target| in_term(target, visit));
        in_body(&aggregate.body, true, true, visit);
    });
}
