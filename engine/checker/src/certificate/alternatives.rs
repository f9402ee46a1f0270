//! The disjuncts of rules, as the proof counts them: every literal of a disjunct, in text order.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use program::checked::{Body, Literal, LiteralKind, Program, Rule, VarId};

/// A literal, or its negation.
#[derive(Clone, Copy)]
pub struct Signed<'p> {
    /// The literal.
    pub literal: &'p Literal,
    /// False where it stands under an odd number of `!`.
    pub holds: bool,
}

/// A conjunction.
pub type Conjunction<'p> = Vec<Signed<'p>>;

/// The disjuncts of the rules that were met.
#[derive(Default)]
pub struct Alternatives<'p>(BTreeMap<usize, Rc<Disjuncts<'p>>>);

/// The disjuncts of a rule.
pub struct Disjuncts<'p> {
    /// In the order of the text.
    pub all: Vec<Conjunction<'p>>,
    /// By the numbers of the literals that need a premise, the first that has these.
    by_literals: BTreeMap<Vec<u32>, usize>,
    /// By disjunct, the variables outside of aggregates that it or the head reads.
    pub outer: Vec<Vec<VarId>>,
    /// By variable, what the proof calls it.
    pub names: Rc<Vec<String>>,
}

impl<'p> Alternatives<'p> {
    /// Those of the rule with this number.
    pub fn of(&mut self, program: &'p Program, rule: usize) -> Rc<Disjuncts<'p>> {
        self.0.entry(rule).or_insert_with(|| Rc::new(Disjuncts::new(&program.rules[rule]))).clone()
    }
}

impl<'p> Disjuncts<'p> {
    fn new(rule: &'p Rule) -> Disjuncts<'p> {
        let all = expand(&rule.body, true);
        let mut by_literals = BTreeMap::new();
        for (number, conjunction) in all.iter().enumerate() {
            by_literals.entry(numbers(conjunction)).or_insert(number);
        }
        let outer = rule.scopes().swap_remove(0);
        let outer = all.iter().map(|conjunction| read_in(rule, conjunction, &outer)).collect();
        Disjuncts { all, by_literals, outer, names: Rc::new(rule.variable_names()) }
    }

    /// The disjunct with these literals.
    pub fn with(&self, literals: &[u32]) -> Option<usize> {
        self.by_literals.get(literals).copied()
    }
}

/// Those of the variables that the head or the conjunction reads.
fn read_in(rule: &Rule, conjunction: &[Signed<'_>], variables: &[VarId]) -> Vec<VarId> {
    let mut read = BTreeSet::new();
    let mut note = |id| _ = read.insert(id);
    rule.heads.iter().flat_map(|head| &head.args).for_each(|arg| arg.variables(&mut note));
    conjunction.iter().for_each(|signed| signed.literal.kind.variables(&mut note));
    variables.iter().copied().filter(|id| read.contains(id)).collect()
}

/// The literals of a conjunction that need a premise: all but `true`.
pub fn numbers(conjunction: &[Signed<'_>]) -> Vec<u32> {
    let written = conjunction.iter().filter(|signed| !matches!(signed.literal.kind, LiteralKind::Truth(_)));
    let mut numbers = written.map(|signed| signed.literal.index).collect::<Vec<_>>();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The disjuncts of a body, with negations moved inwards. Recursive, since the nesting of bodies is bounded by the parser.
pub fn expand(body: &Body, holds: bool) -> Vec<Conjunction<'_>> {
    match body {
        Body::Literal(literal) => vec![vec![Signed { literal, holds }]],
        Body::Not(inner) => expand(inner, !holds),
        Body::All(parts) | Body::Any(parts) if matches!(body, Body::All(_)) != holds => {
            parts.iter().flat_map(|part| expand(part, holds)).collect()
        }
        Body::All(parts) | Body::Any(parts) => parts.iter().fold(vec![vec![]], |all, part| {
            let choices = expand(part, holds);
            match &choices[..] {
                [only] => all
                    .into_iter()
                    .map(|mut left: Conjunction<'_>| {
                        left.extend(only);
                        left
                    })
                    .collect(),
                _ => all.iter().flat_map(|left| choices.iter().map(move |right| [&left[..], right].concat())).collect(),
            }
        }),
    }
}
