//! Facts of the program text.

use std::collections::BTreeSet;

use program::checked::RelId;
use values::Value;

use super::node::Node;
use super::rules::{At, at, place};
use super::statement::Statement;
use super::words::words;
use super::{Rejected, Verifier};

/// The facts of a program.
pub struct Given<'a> {
    known: BTreeSet<(RelId, Vec<Value>, At<'a>)>,
    /// Those whose values only a run knows (`autoinc()`), with the values that are known.
    partly: Vec<(RelId, Vec<Option<Value>>, At<'a>)>,
}

impl<'a> Verifier<'a> {
    /// A fact of the text stands at the place, and has these values.
    pub(super) fn given(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        let statement = self.tuple(node)?;
        let Some(at) = at(node.field("at")?) else {
            return node.reject(words!("it names no place", "没有指明位置"));
        };
        let given = match self.given.take() {
            Some(given) => given,
            None => self.facts(),
        };
        let Statement { relation, args, .. } = &statement;
        let is_partly = |(of, known, stands): &(RelId, Vec<Option<Value>>, At<'_>)| {
            (of, stands) == (relation, &at) && known.iter().zip(args).all(|(a, b)| a.as_ref().is_none_or(|a| a == b))
        };
        let stands = given.known.contains(&(*relation, args.clone(), at)) || given.partly.iter().any(is_partly);
        self.given = Some(given);
        if stands {
            Ok(statement)
        } else {
            node.reject(words!("no such fact stands there in the program", "规则文本的该处没有这一事实"))
        }
    }

    fn facts(&mut self) -> Given<'a> {
        let mut given = Given { known: BTreeSet::new(), partly: Vec::new() };
        for fact in &self.program.facts {
            let at = place(fact.span, self.files);
            let values = fact.atom.args.iter().map(|arg| self.silently(arg, None)).collect::<Vec<_>>();
            match values.iter().cloned().collect::<Option<Vec<_>>>() {
                Some(values) => _ = given.known.insert((fact.atom.relation, values, at)),
                None => given.partly.push((fact.atom.relation, values, at)),
            }
        }
        given
    }
}
