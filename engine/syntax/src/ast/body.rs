//! Bodies and their literals.

use crate::SyntaxKind::{self, EQ, GE, GT, LE, LT, NE, TRUE};
use crate::ast::node::{Node, child, children, choice, node, token, token_of};
use crate::ast::rule::arguments;
use crate::ast::{Argument, Atom, NotLiteral, Proviso, Term, Token};

node! {
    /// A disjunction of conjunctions.
    Body = BODY
}

impl Body {
    /// The disjuncts, at least one.
    pub fn conjunctions(&self) -> Vec<Conjunction> {
        children(&self.0)
    }
}

node! {
    /// A conjunction of literals.
    Conjunction = CONJUNCTION
}

impl Conjunction {
    /// The literals, in text order; none only behind a syntax error.
    pub fn literals(&self) -> Vec<Literal> {
        children(&self.0)
    }
}

choice! {
    /// One literal of a body.
    Literal {
        /// `p(x)`
        Atom(Atom),
        /// `!literal`
        Negation(Negation),
        /// `not p(x)`
        Not(NotLiteral),
        /// `x < y`
        Comparison(Comparison),
        /// `match(re, x)`, `contains(needle, x)`
        Test(Test),
        /// `true`, `false`
        Truth(Truth),
        /// `(body)`
        Paren(ParenBody),
    }
}

node! {
    /// `!literal`
    Negation = NEGATION
}

impl Negation {
    /// What is negated.
    pub fn operand(&self) -> Option<Literal> {
        child(&self.0)
    }
}

node! {
    /// `x < y`
    Comparison = COMPARISON
}

impl Comparison {
    /// The left side.
    pub fn left(&self) -> Option<Term> {
        self.0.first_child().and_then(Term::cast)
    }

    /// The operator: of kind `EQ`, `NE`, `LT`, `LE`, `GT` or `GE`.
    pub fn operator(&self) -> Option<Token> {
        token(&self.0, |kind| matches!(kind, EQ | NE | LT | LE | GT | GE))
    }

    /// The right side.
    pub fn right(&self) -> Option<Term> {
        children(&self.0).into_iter().nth(1)
    }

    /// The provisos behind the right side, in text order.
    pub fn provisos(&self) -> Vec<Proviso> {
        children(&self.0)
    }
}

node! {
    /// `match(re, x)` or `contains(needle, x)`
    Test = TEST
}

impl Test {
    /// The word: of kind `MATCH` or `CONTAINS`.
    pub fn word(&self) -> Option<Token> {
        token(&self.0, SyntaxKind::is_reserved)
    }

    /// The arguments, in text order.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// `true` or `false`
    Truth = TRUTH
}

impl Truth {
    /// Which of the two.
    pub fn value(&self) -> bool {
        token_of(&self.0, TRUE).is_some()
    }
}

node! {
    /// `(body)`
    ParenBody = PAREN_BODY
}

impl ParenBody {
    /// What stands between the parentheses.
    pub fn body(&self) -> Option<Body> {
        child(&self.0)
    }
}

node! {
    /// The body of an aggregate: one atom, or a conjunction between braces.
    AggregateBody = AGGREGATE_BODY
}

impl AggregateBody {
    /// The literals. Disjunctions have been reported; then these are the literals of the first disjunct.
    pub fn literals(&self) -> Vec<Literal> {
        match child::<Body>(&self.0) {
            Some(body) => body.conjunctions().first().map_or_else(Vec::new, Conjunction::literals),
            None => children(&self.0),
        }
    }
}
