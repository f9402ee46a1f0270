//! From a choice of one way for each fact to the nodes of a derivation.

use std::collections::BTreeMap;

use super::{Explainer, FactId, Ground, Steps};
use crate::{Derivation, NodeId};

/// By fact: the number of a way to it, and the way.
pub(super) type Chosen = BTreeMap<FactId, (usize, Ground)>;

/// Conclusions that have a node: by fact, number of the way and nodes of what it rests on.
pub(super) type Known = BTreeMap<(FactId, usize, Vec<NodeId>), NodeId>;

/// A fact whose premises are visited.
struct Visit {
    fact: FactId,
    rests_on: Vec<FactId>,
    next: usize,
}

impl Explainer<'_> {
    /// The facts that a ground rests on.
    pub(crate) fn rests_on(&self, fact: FactId, ground: &Ground) -> Vec<FactId> {
        match ground {
            Ground::None => Vec::new(),
            Ground::Match(found) => self.facts_used(found.clause, &found.solution),
            Ground::Chain(pairs) => pairs.iter().map(|(row, _)| (fact.0, *row)).collect(),
            Ground::Repeats(other) => vec![*other],
            Ground::Rows(taken) => self.facts_taken(taken).collect(),
        }
    }

    /// The node of `asked` as it is concluded by the ways chosen, with nodes for all it rests on; `None` where they go in a circle.
    pub(super) fn tell(
        &self,
        asked: FactId,
        chosen: &Chosen,
        known: &mut Known,
        derivation: &mut Derivation,
    ) -> Option<NodeId> {
        let mut order = self.upwards(asked, chosen)?;
        order.sort_by(|(one, a), (two, b)| {
            (one, a.0).cmp(&(two, b.0)).then_with(|| self.lookup.compare_rows(a.0, a.1, b.1))
        });
        let mut steps = Steps::default();
        for (_, fact) in order {
            let (way, ground) = chosen.get(&fact)?;
            let rests_on = self.rests_on(fact, ground);
            let below = rests_on.iter().filter_map(|fact| steps.node(*fact)).collect::<Vec<_>>();
            steps.push(fact, ground.clone());
            let node = *known.entry((fact, *way, below)).or_insert_with(|| self.node(fact, &steps, derivation));
            steps.set_node(fact, node);
        }
        steps.node(asked)
    }

    /// All facts needed, each with how many steps lie below it; `None` where they go in a circle.
    fn upwards(&self, asked: FactId, chosen: &Chosen) -> Option<Vec<(usize, FactId)>> {
        // While a fact's premises are visited it has no height.
        let mut heights = BTreeMap::<FactId, Option<usize>>::new();
        let visit = |fact: FactId| Some(Visit { fact, rests_on: self.rests_on(fact, &chosen.get(&fact)?.1), next: 0 });
        heights.insert(asked, None);
        let mut open = vec![visit(asked)?];
        while let Some(top) = open.last_mut() {
            match top.rests_on.get(top.next).copied() {
                Some(premise) => {
                    top.next += 1;
                    match heights.get(&premise) {
                        Some(None) => return None,
                        Some(Some(_)) => {}
                        None => {
                            heights.insert(premise, None);
                            open.push(visit(premise)?);
                        }
                    }
                }
                None => {
                    let below = top.rests_on.iter().filter_map(|premise| heights[premise]).max();
                    heights.insert(top.fact, Some(below.map_or(0, |below| below + 1)));
                    open.pop();
                }
            }
        }
        Some(heights.into_iter().filter_map(|(fact, height)| Some((height?, fact))).collect())
    }
}
