//! Rules that compose binary relations: `path(x, z) :- path(x, y), edge(y, z)`, and longer chains.
//!
//! A body that leads from one variable of the head to the other, one match after the other, each variable between shared by
//! two matches, is a product of Boolean matrices. It is computed row by row (Gustavson 1978): for each `x` the set of codes
//! reached so far, from match to match. A set is a row of bits that stays in the cache, so a code that is reached many times
//! costs a nanosecond each time, and what reaches it is forgotten at once: no binding is ever written down.

mod links;
mod row;
mod start;

use program::checked::RelId;
use values::Code;

use crate::Relation;
use crate::goal::{Arg, GoalKind, Goals};
use crate::hash::Column;
use crate::index::Hits;
use crate::membership::bits::Found;
use crate::pipeline::Visible;
use crate::plan::{Estimates, Rows};
use crate::relation::append::Candidates;
use links::Link;
use row::Row;
use start::Start;

/// The matches of a body from the one that holds the first variable of a row to the one that gives the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chain {
    pub(crate) links: Vec<Hop>,
    /// The chain begins at the head's first column.
    forward: bool,
    /// The goals in this order.
    pub(crate) order: Vec<usize>,
}

/// A match that leads from the codes of one column to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hop {
    pub(crate) relation: RelId,
    pub(crate) rows: Rows,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// A visit of a row of bits costs this share of a binding that is written down.
const VISIT: f64 = 0.08;
/// Facts of a row that are looked through for each code visited.
const KNOWN_A_VISIT: u64 = 4;
/// Where less is to be done, starting costs more than is saved.
const COST_MIN: f64 = 4096.0;

impl Chain {
    /// The cheaper direction of a body that is a chain, with its cost in bindings; `None` for other bodies, and for
    /// little work.
    pub(crate) fn of(
        goals: &Goals,
        rows: &dyn Fn(usize, RelId) -> Rows,
        estimates: &dyn Estimates,
    ) -> Option<(Chain, f64)> {
        let [Arg::Variable(first), Arg::Variable(last)] = goals.head[..] else { return None };
        // The round's number is a variable, yet it is bound from the start.
        if goals.round.is_some() {
            return None;
        }
        let ways = [(true, chain(goals, first, last, rows)?), (false, chain(goals, last, first, rows)?)];
        let costs = ways.into_iter().map(|(forward, (links, order))| {
            let cost = cost(&links, estimates);
            (cost, Chain { links, forward, order })
        });
        let (Cost { bindings, visited }, chain) = costs.min_by(|a, b| a.0.bindings.total_cmp(&b.0.bindings))?;
        (visited >= COST_MIN).then_some((chain, bindings))
    }
}

/// The matches that lead from `first` to `last`, and their goals.
fn chain(goals: &Goals, first: u32, last: u32, rows: &dyn Fn(usize, RelId) -> Rows) -> Option<(Vec<Hop>, Vec<usize>)> {
    let mut left = (0..goals.goals.len()).collect::<Vec<_>>();
    let (mut links, mut order, mut at) = (Vec::new(), Vec::new(), first);
    while !left.is_empty() {
        let mut holding = left.iter().filter_map(|goal| Some((*goal, ends(&goals.goals[*goal].kind, at)?)));
        let (goal, (relation, from, to, next)) = holding.next()?;
        if holding.next().is_some() {
            return None;
        }
        links.push(Hop { relation, rows: rows(goal, relation), from, to });
        order.push(goal);
        left.retain(|other| *other != goal);
        at = next;
    }
    (at == last && first != last && links.len() > 1).then_some((links, order))
}

/// A match of two different variables, `from` among them: its columns and the other variable.
fn ends(goal: &GoalKind, from: u32) -> Option<(RelId, usize, usize, u32)> {
    let GoalKind::Match { relation, args } = goal else { return None };
    let mut found = args.iter().enumerate().filter(|(_, arg)| !matches!(arg, Arg::Any));
    let (Some((a, Arg::Variable(x))), Some((b, Arg::Variable(y))), None) = (found.next(), found.next(), found.next())
    else {
        return None;
    };
    match (*x == from, *y == from) {
        (true, false) => Some((*relation, a, b, *y)),
        (false, true) => Some((*relation, b, a, *x)),
        _ => None,
    }
}

struct Cost {
    /// As much as so many bindings written down.
    bindings: f64,
    /// Codes visited.
    visited: f64,
}

fn cost(links: &[Hop], estimates: &dyn Estimates) -> Cost {
    let size = |hop: &Hop| f64::from(estimates.rows(hop.relation, hop.rows));
    let distinct = |hop: &Hop, column| f64::from(estimates.distinct(hop.relation, column).max(1));
    let mut pairs = size(&links[0]);
    let starts = distinct(&links[0], links[0].from).min(pairs);
    let mut cost = Cost { bindings: pairs * 0.3, visited: pairs };
    for hop in &links[1..] {
        let visits = pairs * size(hop) / distinct(hop, hop.from);
        cost.bindings += pairs * 0.2 + visits * VISIT;
        cost.visited += visits;
        pairs = visits.min(starts * distinct(hop, hop.to));
    }
    cost
}

/// A chain over the rows that a firing sees.
pub(crate) struct Composition {
    start: Start,
    links: Vec<Link>,
    forward: bool,
}

/// What one thread works with.
pub(crate) struct Scratch {
    rows: Vec<Row>,
    codes: Vec<Code>,
    hits: Vec<Hits>,
}

impl Composition {
    /// `None` where the codes of a match lie too far apart for rows of bits.
    pub(crate) fn new(chain: &Chain, relations: &[Relation], visible: &[Visible]) -> Option<Composition> {
        let [first, others @ ..] = &chain.links[..] else { unreachable!("a chain has matches") };
        let pairs = visible[first.relation.0 as usize].range(first.rows).len();
        let links = others.iter().map(|hop| Link::new(hop, relations, visible, pairs)).collect::<Option<Vec<_>>>()?;
        Some(Composition { start: Start::new(first, relations, visible), links, forward: chain.forward })
    }

    /// How many pairs there are to begin with.
    pub(crate) fn len(&self) -> usize {
        self.start.len()
    }

    pub(crate) fn scratch(&self) -> Scratch {
        Scratch { rows: self.links.iter().map(Link::row).collect(), codes: Vec::new(), hits: Vec::new() }
    }

    /// Composes the beginnings from `at` until at least `enough` tuples are found or `end` is reached; where it goes on
    /// then, and how many tuples it has found, known ones among them.
    pub(crate) fn collect(
        &self,
        relations: &[Relation],
        head: RelId,
        mut at: usize,
        end: usize,
        enough: usize,
        found: &mut Candidates,
    ) -> (usize, u64) {
        let (mut scratch, mut derived) = (self.scratch(), 0);
        while at < end && found.len() < enough {
            let x = self.start.group(relations, &mut at, end, &mut scratch.codes);
            let visited = self.follow(relations, &mut scratch);
            let Scratch { rows, codes, hits } = &mut scratch;
            if let Some(last) = rows.last_mut() {
                derived += self.forget(&relations[head.0 as usize], x, last, visited, hits);
                last.drain(codes);
            }
            derived += codes.len() as u64;
            found.extend_row(x, codes, self.forward);
            codes.clear();
        }
        (at, derived)
    }

    /// Takes out of `row` what the head's relation is known to hold for `x`: looking through a list of facts that is not much
    /// longer is cheaper than looking each one up. How many were taken out.
    fn forget(&self, head: &Relation, x: Code, row: &mut Row, visited: u64, hits: &mut Vec<Hits>) -> u64 {
        let Some(index) = head.index(&[self.column()]) else { return 0 };
        index.hits(head.rows(), &[Column::Constant(x)], 1, &(0..head.len()), hits);
        let known = index.rows(hits[0].start..hits[0].end);
        if known.len() as u64 > visited * KNOWN_A_VISIT {
            return 0;
        }
        let other = &head.rows().columns[1 - self.column()];
        known.iter().filter(|known| row.remove(other[**known as usize])).count() as u64
    }

    /// The column of the head that holds the code of a row.
    pub(crate) fn column(&self) -> usize {
        usize::from(!self.forward)
    }

    /// Composes the beginnings in `at..end`.
    pub(crate) fn find(
        &self,
        relations: &[Relation],
        mut at: usize,
        end: usize,
        scratch: &mut Scratch,
        found: &mut Found,
    ) {
        while at < end {
            let x = self.start.group(relations, &mut at, end, &mut scratch.codes);
            self.follow(relations, scratch);
            if let Some(last) = scratch.rows.last_mut() {
                last.drain_into(x, self.forward, found);
            }
        }
    }

    /// From the codes begun with to those that the last match gives, which are left in its row. How many were visited.
    fn follow(&self, relations: &[Relation], scratch: &mut Scratch) -> u64 {
        let Scratch { rows, codes, hits } = scratch;
        let mut visited = 0;
        for (number, (link, row)) in self.links.iter().zip(rows).enumerate() {
            visited += link.follow(relations, codes, row, hits);
            codes.clear();
            if number + 1 < self.links.len() {
                row.drain(codes);
            }
        }
        visited
    }
}
