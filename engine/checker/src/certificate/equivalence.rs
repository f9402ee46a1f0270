//! Pairs of an equivalence that other pairs imply.

use program::checked::Law;

use super::node::Node;
use super::statement::Statement;
use super::{Rejected, Verifier};

impl<'a> Verifier<'a> {
    /// The links lead from the first value to the second one.
    pub(super) fn implied(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        let statement = self.tuple(node)?;
        if self.program.relation(statement.relation).law != Law::Equivalence {
            return node.reject("its relation is no equivalence");
        }
        let [from, to] = &statement.args[..] else { return node.reject("it is no pair") };
        let links = node.list("links")?;
        if *node.field("folded")? != false || links.is_empty() {
            return node.reject("its premises were left out");
        }
        let mut pairs = Vec::new();
        for link in links {
            let pair = self.fact(node, node.named(&link["node"])?)?;
            let [a, b] = &pair.args[..] else { return node.reject("a link is no pair") };
            if pair.relation != statement.relation {
                return node.reject("a link is a pair of another relation");
            }
            let Some(turned) = link["turned"].as_bool() else {
                return node.reject("a link does not say how it is read");
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
                return node.reject(format!("a link leads from {a}, where {at} is due"));
            }
            at = b;
        }
        if at == *to { Ok(statement) } else { node.reject(format!("its links end at {at}")) }
    }
}
