//! Tests of models.

use crate::SyntaxKind::{DATE, IDENT, STRING};
use crate::ast::annotation::documented;
use crate::ast::node::{child, children, choice, node, token_of, tokens};
use crate::ast::{Atom, Name, Term, Token};

node! {
    /// `.test "title" {...}`
    TestDecl = TEST_DECL
}

impl TestDecl {
    /// Its title, a string.
    pub fn title(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }

    /// Its statements, in text order.
    pub fn statements(&self) -> Vec<TestStatement> {
        children(&self.0)
    }
}

documented!(TestDecl);

choice! {
    /// One statement of a test.
    TestStatement {
        /// `as_of d"2021-01-01"`
        AsOf(TestAsOf),
        /// `param p = 5`
        Param(TestParam),
        /// `complete p`
        Complete(TestComplete),
        /// `given p(1), q(2)`
        Given(TestGiven),
        /// `expect no clue p(1) because q`
        Expect(TestExpect),
    }
}

node! {
    /// `as_of d"2021-01-01"`
    TestAsOf = TEST_AS_OF
}

impl TestAsOf {
    /// The day, a date.
    pub fn date(&self) -> Option<Token> {
        token_of(&self.0, DATE)
    }
}

node! {
    /// `param p = 5`
    TestParam = TEST_PARAM
}

impl TestParam {
    /// The parameter.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// Its value, a constant; a negative one of the form [`Term::Unary`].
    pub fn value(&self) -> Option<Term> {
        child(&self.0)
    }
}

node! {
    /// `complete p`
    TestComplete = TEST_COMPLETE
}

impl TestComplete {
    /// The relation.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }
}

node! {
    /// `given p(1), q(2)`
    TestGiven = TEST_GIVEN
}

impl TestGiven {
    /// The facts, in text order.
    pub fn atoms(&self) -> Vec<Atom> {
        children(&self.0)
    }
}

node! {
    /// `expect no clue p(1) because q`
    TestExpect = TEST_EXPECT
}

impl TestExpect {
    /// The words of the outcome: `clue`, `no clue`, `conditional`, `undetermined`, `refer`, `fact` or `no fact`; other words
    /// have been reported.
    pub fn outcome(&self) -> Vec<Token> {
        let atom = self.atom().map(|atom| atom.0.text_range().start());
        let words = tokens(&self.0, |kind| kind == IDENT).into_iter().skip(1);
        words.filter(|word| atom.is_none_or(|atom| word.0.text_range().end() <= atom)).collect()
    }

    /// What is expected to have this outcome.
    pub fn atom(&self) -> Option<Atom> {
        child(&self.0)
    }

    /// The names behind `because`: relations, labels of rules, norms or elements.
    pub fn because(&self) -> Vec<Name> {
        children(&self.0)
    }
}
