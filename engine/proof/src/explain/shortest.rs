//! The derivation with the fewest steps.

use std::collections::BTreeMap;

use super::graph::{Bounds, Graph, Key, View, Way};
use super::least::Least;
use super::told::Chosen;
use super::{Explainer, FactId, Ground};
use crate::{Derivation, NodeId};

impl Explainer<'_> {
    /// The derivation of a fact whose tree has the fewest steps, as far as the bounds let it be seen; at worst the canonical one.
    pub(super) fn shortest(&self, fact: FactId, derivation: &mut Derivation) -> Option<NodeId> {
        let graph = self.graph(fact, View::Told, Bounds::USUAL);
        let steps = |way: &Way| u64::from(!matches!(way.ground, Ground::None));
        let least = graph.least(&steps, &|_| true, &mut u64::MAX.clone())?;
        let chosen = self.chosen(&graph, &least);
        let mut known = BTreeMap::new();
        self.tell(fact, &chosen, &mut known, derivation).or_else(|| {
            let canonical = self.steps_below(&[fact], None);
            let chosen = canonical.steps.into_iter().map(|step| (step.fact, (0, self.in_full(step.fact, step.ground))));
            let chosen = chosen.collect();
            self.tell(fact, &chosen, &mut known, derivation)
        })
    }

    /// The ways of a proof by fact; chains of pairs, which the graph takes pair by pair, in one.
    fn chosen(&self, graph: &Graph, least: &Least) -> Chosen {
        let mut chosen = Chosen::new();
        for key in least.needed(graph) {
            let Some(number) = least.by[key] else { continue };
            let way = &graph.ways[number];
            match graph.keys[key] {
                Key::Chain(..) => {}
                Key::Fact(fact) => match self.chain_below(graph, least, way) {
                    // The pair itself, which has been chosen as a given one.
                    Some(chain) if chain == [(fact.1, false)] => {}
                    Some(chain) => drop(chosen.entry(fact).or_insert((number, Ground::Chain(chain)))),
                    None => drop(chosen.entry(fact).or_insert((number, way.ground.clone()))),
                },
                Key::Given(relation, a, b) => {
                    let fact = self.row_of_pair(relation, [a, b]).map(|row| (relation, row));
                    // How it is given serves both who reads the pair and the chains that it stands in.
                    chosen.extend(fact.map(|fact: FactId| (fact, (number, way.ground.clone()))));
                }
            }
        }
        chosen
    }

    /// The pairs that lead to the pair that a way concludes, where it does so by a chain.
    fn chain_below(&self, graph: &Graph, least: &Least, way: &Way) -> Option<Vec<(u32, bool)>> {
        let chain = |way: &Way| way.premises.iter().copied().find(|key| matches!(graph.keys[*key], Key::Chain(..)));
        let mut next = chain(way);
        next?;
        let mut links = Vec::new();
        while let Some(key) = next {
            let Key::Chain(relation, _, to) = graph.keys[key] else { break };
            let way = &graph.ways[least.by[key]?];
            let given = way.premises.iter().find_map(|key| match graph.keys[*key] {
                Key::Given(_, a, b) => Some([a, b]),
                _ => None,
            });
            let pair = given?;
            links.push((self.row_of_pair(relation, pair)?, pair[0] == to));
            next = chain(way);
        }
        links.reverse();
        Some(links)
    }
}
