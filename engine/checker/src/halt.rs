//! Why there is no second opinion.

use diagnostics::{Diagnostic, Span, catalogue};
use program::checked::Program;

/// What ends a derivation without a model.
#[derive(Debug)]
pub enum Halt {
    /// The second opinion has narrower limits than the language; this one was met.
    Refused(Box<Diagnostic>),
    /// A computation failed for a binding that meets every guard: the program has no model.
    Failed(Origin),
}

/// Where a fact of the model comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The fact with this number in the program.
    Fact(usize),
    /// The rule with this number in the program.
    Rule(usize),
    /// The subsumption with this number in the program, which takes facts away.
    Subsumption(usize),
}

/// A limit met by one rule.
#[derive(Debug)]
pub enum Reason {
    /// This many variables or arguments at a time.
    TooWide(usize),
    /// `ord` of something that has a number in a dictionary only.
    Ordinal,
    /// A body that grows out of bounds when multiplied out.
    TooManyDisjuncts,
    /// Variables that no order of the literals binds.
    NoOrder,
    /// A computed argument that has to be matched before bindings are numbered.
    Counter,
}

/// The refusal of `origin` for `reason`.
pub fn refused(program: &Program, origin: Origin, reason: Reason) -> Halt {
    let (span, name) = origin.place(program);
    let entry = match reason {
        Reason::TooWide(_) => &catalogue::SECOND_OPINION_WIDTH,
        Reason::Ordinal => &catalogue::SECOND_OPINION_ORDINAL,
        Reason::TooManyDisjuncts => &catalogue::SECOND_OPINION_DISJUNCTS,
        Reason::NoOrder => &catalogue::SECOND_OPINION_ORDER,
        Reason::Counter => &catalogue::SECOND_OPINION_COUNTER,
    };
    let diagnostic = Diagnostic::new(entry, span).arg("name", name);
    let diagnostic = if let Reason::TooWide(width) = reason { diagnostic.arg("width", width) } else { diagnostic };
    Halt::Refused(Box::new(diagnostic))
}

impl Halt {
    /// What a user is told.
    pub fn diagnostic(self, program: &Program) -> Diagnostic {
        match self {
            Self::Refused(diagnostic) => *diagnostic,
            Self::Failed(origin) => {
                let (span, name) = origin.place(program);
                Diagnostic::new(&catalogue::SECOND_OPINION_FAILED, span).arg("name", name)
            }
        }
    }
}

impl Origin {
    /// Where it stands, and what people call it.
    pub fn place(self, program: &Program) -> (Span, &str) {
        match self {
            Self::Rule(rule) => (program.rules[rule].span, &program.rules[rule].label),
            Self::Subsumption(rule) => (program.subsumptions[rule].span, &program.subsumptions[rule].label),
            Self::Fact(fact) => {
                let fact = &program.facts[fact];
                (fact.span, &program.relation(fact.atom.relation).name)
            }
        }
    }
}

/// The refusal of a program that needs more than `limit` facts.
pub fn too_many_facts(limit: usize) -> Halt {
    Halt::Refused(Box::new(Diagnostic::unplaced(&catalogue::SECOND_OPINION_LIMIT).arg("limit", limit)))
}
