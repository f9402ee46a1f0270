//! What a firing reads.

use std::ops::Range;

use values::{Code, Dictionary, Value};

use super::aggregates::Prepared;
use crate::Relation;
use crate::plan::Rows;

/// What a firing reads.
pub(crate) struct Context<'a> {
    pub(crate) relations: &'a [Relation],
    /// Per relation: rows before the delta, rows before the round.
    pub(crate) visible: &'a [Visible],
    pub(crate) codes: Codes<'a>,
    /// Aggregates computed for all groups.
    pub(crate) prepared: &'a Prepared,
    /// Set when a computation failed for some binding. Such a binding is dropped; whether the failure is an error is
    /// decided by a search over the clause (`fault`), since other goals may rule the binding out.
    pub(crate) suspect: bool,
}

/// Which rows of a relation a firing may see.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Visible {
    /// Rows before those of the previous round.
    pub(crate) old: u32,
    /// Rows before this round.
    pub(crate) all: u32,
}

impl Visible {
    pub(crate) fn range(self, rows: Rows) -> Range<u32> {
        match rows {
            Rows::Old => 0..self.old,
            Rows::Delta => self.old..self.all,
            Rows::All => 0..self.all,
        }
    }
}

/// What codes stand for, and codes for values that a rule makes.
pub(crate) enum Codes<'a> {
    /// This firing runs alone: new values get codes as they come.
    Own(&'a mut Dictionary),
    /// Other chunks run beside this one.
    Shared {
        dictionary: &'a Dictionary,
        /// A value without a code was made: the firing has to run alone, so that codes do not depend on threads.
        lacks: bool,
    },
}

impl Codes<'_> {
    pub(crate) fn dictionary(&self) -> &Dictionary {
        match self {
            Self::Own(dictionary) => dictionary,
            Self::Shared { dictionary, .. } => dictionary,
        }
    }

    /// The code of a value; `None` where it has none and must not get one now.
    pub(crate) fn encode(&mut self, value: &Value) -> Option<Code> {
        match self {
            Self::Own(dictionary) => Some(dictionary.encode(value)),
            Self::Shared { dictionary, lacks } => {
                let code = dictionary.find(value);
                *lacks |= code.is_none();
                code
            }
        }
    }

    pub(crate) fn lacks(&self) -> bool {
        matches!(self, Self::Shared { lacks: true, .. })
    }
}
