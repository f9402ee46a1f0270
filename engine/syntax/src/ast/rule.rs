//! Rules, facts and atoms.

use crate::SyntaxKind::{self, COLON, IDENT, INTEGER};
use crate::ast::annotation::documented;
use crate::ast::node::{child, children, node, token_of, tokens};
use crate::ast::{Body, Name, Term, Token, Unless};
use crate::tree::SyntaxNode;

node! {
    /// `h1, h2 :- body unless p(x).` or a fact `h.`
    Rule = RULE
}

impl Rule {
    /// The heads, at least one; a fact has exactly one.
    pub fn heads(&self) -> Vec<Atom> {
        children(&self.0)
    }

    /// The body; `None` for a fact.
    pub fn body(&self) -> Option<Body> {
        child(&self.0)
    }

    /// The exceptions behind the body, in text order.
    pub fn exceptions(&self) -> Vec<Unless> {
        children(&self.0)
    }

    /// The `.plan` behind it.
    pub fn plan(&self) -> Option<Plan> {
        child(&self.0)
    }
}

node! {
    /// `R(x) <= R(y) :- body.`
    Subsumption = SUBSUMPTION
}

impl Subsumption {
    /// The left atom, which gives way.
    pub fn dominated(&self) -> Option<Atom> {
        child(&self.0)
    }

    /// The right atom, which stays.
    pub fn dominating(&self) -> Option<Atom> {
        children(&self.0).into_iter().nth(1)
    }

    /// The condition.
    pub fn body(&self) -> Option<Body> {
        child(&self.0)
    }

    /// The `.plan` behind it.
    pub fn plan(&self) -> Option<Plan> {
        child(&self.0)
    }
}

documented!(Rule, Subsumption);

node! {
    /// `.plan 0:(1, 2), 1:(2, 1)`
    Plan = PLAN
}

impl Plan {
    /// The orders, one for each version.
    pub fn versions(&self) -> Vec<PlanVersion> {
        children(&self.0)
    }
}

node! {
    /// `0:(1, 2)`
    PlanVersion = PLAN_VERSION
}

impl PlanVersion {
    /// The number of the version.
    pub fn version(&self) -> Option<Token> {
        token_of(&self.0, INTEGER)
    }

    /// The numbers of the atoms.
    pub fn order(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind == INTEGER).into_iter().skip(1).collect()
    }
}

node! {
    /// `p(x, y)` or `p(name: x)`
    Atom = ATOM
}

impl Atom {
    /// The relation.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The arguments, in text order.
    pub fn arguments(&self) -> Vec<Argument> {
        arguments(&self.0)
    }
}

node! {
    /// One argument.
    Argument = ARGUMENT
}

impl Argument {
    /// The column, for `name: x`.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, COLON).and_then(|_| token_of(&self.0, IDENT))
    }

    /// The value.
    pub fn term(&self) -> Option<Term> {
        child(&self.0)
    }
}

/// The arguments in the list under `node`.
pub(crate) fn arguments(node: &SyntaxNode) -> Vec<Argument> {
    node.children().find(|part| part.kind() == SyntaxKind::ARGUMENT_LIST).map_or_else(Vec::new, |list| children(&list))
}
