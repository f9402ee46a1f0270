//! Pairs of an equivalence that other pairs imply.

use program::checked::Law;

use super::node::Node;
use super::statement::Statement;
use super::words::words;
use super::{Rejected, Verifier};

impl<'a> Verifier<'a> {
    /// The links lead from the first value to the second one.
    pub(super) fn implied(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        let statement = self.tuple(node)?;
        if self.program.relation(statement.relation).law != Law::Equivalence {
            return node.reject(words!("its relation is no equivalence", "该关系不是等价关系"));
        }
        let [from, to] = &statement.args[..] else { return node.reject(words!("it is no pair", "它不是二元的")) };
        let links = node.list("links")?;
        if *node.field("folded")? != false {
            return node.folded();
        }
        if links.is_empty() {
            return node.reject(words!("a premise is missing", "缺少一个前提"));
        }
        let mut pairs = Vec::new();
        for link in links {
            let pair = self.fact(node, node.named(&link["node"])?)?;
            let [a, b] = &pair.args[..] else {
                return node.reject(words!("a link is no pair", "一个环节不是二元的"));
            };
            if pair.relation != statement.relation {
                return node.reject(words!("a link is a pair of another relation", "一个环节属于别的关系"));
            }
            let Some(turned) = link["turned"].as_bool() else {
                return node.reject(words!("a link does not say how it is read", "一个环节没有说明正读还是反读"));
            };
            pairs.push(if turned { (b.clone(), a.clone()) } else { (a.clone(), b.clone()) });
        }
        let form = match links {
            _ if from == to => "reflexive",
            [only] if only["turned"] == true => "symmetric",
            _ => "transitive",
        };
        node.says("form", form)?;
        if let ("reflexive", [(a, b)]) = (form, &pairs[..])
            && [a, b].contains(&from)
            && links[0]["turned"] == false
        {
            return Ok(statement);
        }
        let mut at = from.clone();
        for (a, b) in pairs {
            if a != at {
                return node
                    .reject(words!("a link leads from {a}, where {at} is due", "一个环节从 {a} 出发，应从 {at} 出发"));
            }
            at = b;
        }
        if at == *to { Ok(statement) } else { node.reject(words!("its links end at {at}", "各环节止于 {at}")) }
    }
}
