//! Normal form: one clause per head and disjunct of a rule.

use program::checked::{Atom, Body, Literal, Program, RelId};

/// A rule for one of its heads and one of its disjuncts: the head holds where all literals do.
#[derive(Debug)]
pub struct Clause<'p> {
    /// Index of the rule in [`Program::rules`].
    pub rule: usize,
    /// The head.
    pub head: &'p Atom,
    /// Which disjunct, in the order of expansion; 0 where there is no disjunction.
    pub alternative: u32,
    /// The conjunction, in text order.
    pub literals: Vec<Signed<'p>>,
}

/// A literal or its negation.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'p> {
    /// The literal as written.
    pub literal: &'p Literal,
    /// False where it stands under an odd number of `!`.
    pub positive: bool,
}

impl Clause<'_> {
    /// The relation of the head.
    pub fn head_relation(&self) -> RelId {
        self.head.relation
    }
}

/// The clauses of all rules: by rule in source order, then by head, then by disjunct.
pub fn clauses(program: &Program) -> Vec<Clause<'_>> {
    let mut clauses = Vec::new();
    for (rule, written) in program.rules.iter().enumerate() {
        let alternatives = expand(&written.body, true);
        for head in &written.heads {
            for (alternative, literals) in (0..).zip(&alternatives) {
                clauses.push(Clause { rule, head, alternative, literals: literals.clone() });
            }
        }
    }
    clauses
}

/// What one tuple of a relation does to another: a subsumption in normal form, one for each of its disjuncts.
pub(crate) fn dominations(program: &Program) -> Vec<Clause<'_>> {
    let mut clauses = Vec::new();
    for (rule, written) in program.subsumptions.iter().enumerate() {
        let head = &written.heads[0];
        let alternatives = (0..).zip(expand(&written.body, true));
        clauses.extend(alternatives.map(|(alternative, literals)| Clause { rule, head, alternative, literals }));
    }
    clauses
}

/// Disjunctive normal form with negations pushed inwards (De Morgan), text order kept. Its size is bounded by the
/// program's check, its recursion by the nesting limit of the parser.
pub(crate) fn expand(body: &Body, positive: bool) -> Vec<Vec<Signed<'_>>> {
    match body {
        Body::Literal(literal) => vec![vec![Signed { literal, positive }]],
        Body::Not(inner) => expand(inner, !positive),
        Body::All(parts) if positive => product(parts, positive),
        Body::Any(parts) if !positive => product(parts, positive),
        Body::All(parts) | Body::Any(parts) => parts.iter().flat_map(|part| expand(part, positive)).collect(),
    }
}

fn product(parts: &[Body], positive: bool) -> Vec<Vec<Signed<'_>>> {
    let mut all = vec![Vec::new()];
    for part in parts {
        let mut choices = expand(part, positive);
        if let [only] = &mut choices[..] {
            for conjunction in &mut all {
                conjunction.extend_from_slice(only);
            }
        } else {
            all = all.iter().flat_map(|left| choices.iter().map(|right| [&left[..], right].concat())).collect();
        }
    }
    all
}
