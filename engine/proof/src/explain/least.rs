//! The cheapest proof in a graph of ways.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::{Graph, Way};

/// A proof: for each conclusion that is needed, the way to it.
pub(crate) struct Least {
    /// By key: a number in [`Graph::ways`]; `None` where the search had no need of one.
    pub by: Vec<Option<usize>>,
    /// The keys with a way, each behind all that its way rests on.
    pub order: Vec<usize>,
}

impl Least {
    /// The numbers of the keys that the proof of key 0 consists of, each behind all it rests on.
    pub fn needed(&self, graph: &Graph) -> Vec<usize> {
        let mut needed = vec![false; graph.keys.len()];
        needed[0] = true;
        for key in self.order.iter().rev().filter(|key| self.by[**key].is_some()) {
            if let (true, Some(way)) = (needed[*key], self.by[*key]) {
                graph.ways[way].premises.iter().for_each(|premise| needed[*premise] = true);
            }
        }
        self.order.iter().copied().filter(|key| needed[*key]).collect()
    }
}

impl Graph {
    /// The proof of key 0 whose tree is cheapest, where a way costs `cost` beside what it rests on; among equals the ways found first. Only
    /// records and facts of the text that are `allowed` count. `None` where there is no proof, or more than `effort` steps would be needed.
    ///
    /// Knuth's generalization of Dijkstra's algorithm (Information Processing Letters 6:1, 1977): a conclusion is settled when
    /// everything cheaper is. Costs that a number cannot hold count as the largest.
    pub fn least(
        &self,
        cost: &dyn Fn(&Way) -> u64,
        allowed: &dyn Fn(usize) -> bool,
        effort: &mut u64,
    ) -> Option<Least> {
        let mut missing = self.ways.iter().map(|way| way.premises.len()).collect::<Vec<_>>();
        let mut costs = vec![None; self.keys.len()];
        let mut least = Least { by: vec![None; self.keys.len()], order: Vec::new() };
        *effort = effort.saturating_sub(self.ways.len() as u64 / 8);
        let bases = (0..self.ways.len()).filter(|way| missing[*way] == 0);
        let bases = bases.filter(|way| !self.is_base(*way) || allowed(self.ways[*way].conclusion));
        let mut open = bases.map(|way| Reverse((cost(&self.ways[way]), way))).collect::<BinaryHeap<_>>();
        while let Some(Reverse((price, number))) = open.pop() {
            let key = self.ways[number].conclusion;
            if costs[key].is_some() {
                continue;
            }
            costs[key] = Some(price);
            least.by[key] = Some(number);
            least.order.push(key);
            if key == 0 {
                return Some(least);
            }
            for user in &self.users[key] {
                missing[*user] -= 1;
                *effort = effort.saturating_sub(1);
                if missing[*user] == 0 {
                    let way = &self.ways[*user];
                    let below = way.premises.iter().map(|premise| costs[*premise].unwrap_or(0));
                    let price = below.fold(cost(way), u64::saturating_add);
                    open.push(Reverse((price, *user)));
                }
            }
            if *effort == 0 {
                return None;
            }
        }
        None
    }
}
