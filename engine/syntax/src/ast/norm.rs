//! Norms and policies.

use crate::SyntaxKind::{self, DATE, IDENT, L_BRACKET, STRING};
use crate::ast::annotation::documented;
use crate::ast::node::{child, children, node, token_of, tokens};
use crate::ast::{Name, Term, Token};

node! {
    /// `.norm N {...}`
    NormDecl = NORM_DECL
}

impl NormDecl {
    /// Its name.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The entries outside the versions, in text order.
    pub fn entries(&self) -> Vec<Entry> {
        children(&self.0)
    }

    /// The versions, in text order; empty for a norm with one.
    pub fn versions(&self) -> Vec<NormVersion> {
        children(&self.0)
    }
}

node! {
    /// `version {...}`
    NormVersion = NORM_VERSION
}

impl NormVersion {
    /// Its entries, in text order.
    pub fn entries(&self) -> Vec<Entry> {
        children(&self.0)
    }
}

node! {
    /// `.policy P {...}`
    PolicyDecl = POLICY_DECL
}

impl PolicyDecl {
    /// Its name.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// Its entries, in text order.
    pub fn entries(&self) -> Vec<Entry> {
        children(&self.0)
    }
}

documented!(NormDecl, PolicyDecl);

node! {
    /// `key: value`
    Entry = ENTRY
}

impl Entry {
    /// The word in front of the colon, unchecked.
    pub fn key(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// What stands behind the colon.
    pub fn value(&self) -> Option<EntryValue> {
        child(&self.0)
    }
}

node! {
    /// What stands behind the colon of an entry: a word, perhaps with a number; an interval; a date, perhaps with
    /// `against` and a string; constants between brackets; or one constant.
    EntryValue = ENTRY_VALUE
}

impl EntryValue {
    /// All its tokens, without blanks and comments.
    pub fn tokens(&self) -> Vec<Token> {
        let tokens = self.0.descendants_with_tokens().filter_map(|part| part.into_token());
        tokens.filter(|token| !token.kind().is_trivia()).map(Token).collect()
    }

    /// The word, as in `forward` and `up_to 10`.
    pub fn word(&self) -> Option<Token> {
        self.tokens().into_iter().next().filter(|first| first.kind() == IDENT)
    }

    /// The constants, in text order: one string, number or date, that behind the word, or those of the list. Negative
    /// numbers are of the form [`Term::Unary`].
    pub fn constants(&self) -> Vec<Term> {
        children(&self.0)
    }

    /// True for constants between brackets, perhaps none.
    pub fn is_list(&self) -> bool {
        token_of(&self.0, L_BRACKET).is_some()
    }

    /// The interval.
    pub fn interval(&self) -> Option<Interval> {
        child(&self.0)
    }

    /// The string behind `against`.
    pub fn against(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }
}

node! {
    /// `d"2021-01-01" ..` or `d"2021-01-01" .. d"2022-12-31"`
    Interval = INTERVAL
}

impl Interval {
    /// The first day, a date.
    pub fn from(&self) -> Option<Token> {
        token_of(&self.0, DATE)
    }

    /// The last day, a date; `None` for an interval without an end.
    pub fn to(&self) -> Option<Token> {
        tokens(&self.0, |kind: SyntaxKind| kind == DATE).into_iter().nth(1)
    }
}
