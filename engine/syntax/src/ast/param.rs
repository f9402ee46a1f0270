//! Parameters.

use crate::SyntaxKind::STRING;
use crate::ast::annotation::documented;
use crate::ast::declaration::attributes;
use crate::ast::node::{child, children, node, tokens};
use crate::ast::{Attribute, Interval, Name, Term, Token};

node! {
    /// `.param p(k: T) : U {...}`
    ParamDecl = PARAM_DECL
}

impl ParamDecl {
    /// Its name.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The keys, in order; may be empty.
    pub fn attributes(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }

    /// The type of its value.
    pub fn type_name(&self) -> Option<Name> {
        children(&self.0).into_iter().nth(1)
    }

    /// Its values, in text order; may be empty.
    pub fn values(&self) -> Vec<ParamValue> {
        children(&self.0)
    }
}

documented!(ParamDecl);

node! {
    /// `("a", d"2021-01-01" .., 5, source: "...")`, or `5, source: "..."`
    ParamValue = PARAM_VALUE
}

impl ParamValue {
    /// The keys and behind them the value: constants, negative ones of the form [`Term::Unary`].
    pub fn terms(&self) -> Vec<Term> {
        children(&self.0)
    }

    /// The days for which it is the value; at most one where the value is correct.
    pub fn intervals(&self) -> Vec<Interval> {
        children(&self.0)
    }

    /// The string behind `source:`; at most one where the value is correct.
    pub fn sources(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind == STRING)
    }
}
