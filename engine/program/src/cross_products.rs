//! Rules that combine each row of one large relation with each row of another.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Files, Span, Text, catalogue};

use crate::alternatives::{Signed, alternatives};
use crate::checked::VarId;
use crate::draft::{Atom, Rule, Term};
use crate::report::Report;
use crate::sizes::{equalities, is_single, positive_atoms, reads, single_valued};

/// Relations with fewer rows by the program text are tables of settings: combining them with others is what they are for.
const LARGE: usize = 100;

/// Warns about rules with atoms that share no variable, directly or through equalities and further atoms, where both may
/// hold many rows. `sizes` are by relation. One warning a rule.
pub(crate) fn report(drafts: &[Rule], sizes: &[usize], files: &Files, report: &mut Report) {
    const FIRST: Text = Text { en: "the other one", zh: "另一个原子" };
    for draft in drafts {
        let alternatives = draft.body.as_ref().and_then(alternatives).unwrap_or_default();
        let Some([first, second]) = alternatives.iter().find_map(|literals| apart(draft, literals, sizes)) else {
            continue;
        };
        let text = |span: Span| files.snippet(span).split_whitespace().collect::<Vec<_>>().join(" ");
        let warning = Diagnostic::new(&catalogue::CROSS_PRODUCT, second.span);
        let warning = warning.arg("first", text(first.span)).arg("second", text(second.span));
        report.push(warning.related(first.span, FIRST));
    }
}

/// The first two atoms that nothing ties together among those that give many bindings.
fn apart<'a>(draft: &Rule, literals: &[Signed<'a>], sizes: &[usize]) -> Option<[&'a Atom; 2]> {
    let single = single_valued(literals, sizes);
    let occurrences = occurrences(draft, literals);
    let mut groups = Groups::of(literals);
    let mut found: Option<(VarId, &Atom)> = None;
    for atom in positive_atoms(literals) {
        let variables = variables(atom);
        let Some(one) = variables.first() else { continue };
        // An atom by itself whose values nobody reads only asks whether there is any row.
        let is_question = variables.iter().all(|id| occurrences[id] == 1);
        let is_large = atom.relation.is_some_and(|relation| sizes[relation.0 as usize] >= LARGE);
        if is_question || !is_large || atom.args.iter().all(|term| is_single(term, &single)) {
            continue;
        }
        let group = groups.find(*one);
        match found {
            Some((other, first)) if other != group => return Some([first, atom]),
            Some(_) => {}
            None => found = Some((group, atom)),
        }
    }
    None
}

/// In how many of the heads and literals each variable stands.
fn occurrences(draft: &Rule, literals: &[Signed<'_>]) -> BTreeMap<VarId, usize> {
    let mut counts = BTreeMap::new();
    let literals = literals.iter().map(|signed| signed.literal.kind.terms());
    for terms in literals.chain(draft.heads.iter().map(|head| head.args.iter().collect())) {
        for id in all_read(terms) {
            *counts.entry(id).or_default() += 1;
        }
    }
    counts
}

fn variables(atom: &Atom) -> BTreeSet<VarId> {
    all_read(&atom.args)
}

fn all_read<'a>(terms: impl IntoIterator<Item = &'a Term>) -> BTreeSet<VarId> {
    let mut variables = BTreeSet::new();
    for term in terms {
        reads(term, &mut |id| {
            variables.insert(id);
        });
    }
    variables
}

/// Variables tied together; a group is known by one of them.
struct Groups {
    next: BTreeMap<VarId, VarId>,
}

impl Groups {
    /// The groups that positive atoms and equalities make.
    fn of(literals: &[Signed<'_>]) -> Groups {
        let mut groups = Groups { next: BTreeMap::new() };
        positive_atoms(literals).for_each(|atom| groups.tie(variables(atom)));
        equalities(literals).for_each(|sides| groups.tie(all_read(sides)));
        groups
    }

    fn find(&mut self, id: VarId) -> VarId {
        let mut at = id;
        while let Some(next) = self.next.get(&at).copied() {
            // Ways are shortened as they are walked, so that long chains of ties stay cheap.
            let further = self.next.get(&next).copied().unwrap_or(next);
            self.next.insert(at, further);
            at = further;
        }
        at
    }

    fn tie(&mut self, ids: BTreeSet<VarId>) {
        let mut ids = ids.into_iter();
        let Some(first) = ids.next() else { return };
        for id in ids {
            let (group, other) = (self.find(first), self.find(id));
            if group != other {
                self.next.insert(other, group);
            }
        }
    }
}
