//! The relations, and the views of them that atoms have asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use datafrog::{Iteration, Relation, Variable};
use program::checked::RelId;

use crate::rows::{Keyed, Row, View};

/// All relations: finished ones, and those of the recursive stratum at work, if there is one.
pub struct Tables<const W: usize> {
    /// Each relation's rows; those of a growing relation stand in `growing`.
    pub finished: Vec<Relation<Row<W>>>,
    growing: Option<Growing<W>>,
    views: BTreeMap<View, Relation<Keyed<Row<W>, W>>>,
    keys: BTreeMap<View, Rc<Relation<Row<W>>>>,
}

/// Which rows of a growing relation are asked for. A finished relation always gives all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// All of earlier rounds.
    All,
    /// Those of the last round.
    Recent,
    /// Those before the last round.
    Stable,
}

/// The relations of a recursive stratum and the views of them: variables of one iteration, which grow in step.
struct Growing<const W: usize> {
    iteration: Iteration,
    relations: BTreeMap<RelId, Variable<Row<W>>>,
    views: BTreeMap<View, Variable<Keyed<Row<W>, W>>>,
}

impl<const W: usize> Tables<W> {
    /// The tables of these relations.
    pub fn new(finished: Vec<Relation<Row<W>>>) -> Self {
        Tables { finished, growing: None, views: BTreeMap::new(), keys: BTreeMap::new() }
    }

    /// Adds rows to a finished relation, which nobody has read yet.
    pub fn add(&mut self, relation: RelId, rows: Vec<Row<W>>) {
        let table = &mut self.finished[relation.0 as usize];
        let old = std::mem::replace(table, Relation::from_vec(vec![]));
        *table = old.merge(Relation::from_vec(rows));
    }

    /// Opens the rounds of a recursive stratum. What its relations hold already counts as the round before the first.
    pub fn open(&mut self, relations: &[RelId]) {
        let mut iteration = Iteration::new();
        let mut variables = BTreeMap::new();
        for id in relations {
            let variable = iteration.variable("");
            variable.insert(std::mem::replace(&mut self.finished[id.0 as usize], Relation::from_vec(vec![])));
            variables.insert(*id, variable);
        }
        iteration.changed();
        self.growing = Some(Growing { iteration, relations: variables, views: BTreeMap::new() });
    }

    /// Ends a round, in which these rows were concluded. False: none of them is new.
    pub fn advance(&mut self, concluded: BTreeMap<RelId, Vec<Row<W>>>) -> bool {
        let Some(growing) = &mut self.growing else { return false };
        for (relation, rows) in concluded {
            let views = growing.views.iter().filter(|(view, _)| view.relation == relation);
            views.for_each(|(view, variable)| variable.extend(rows.iter().filter_map(|row| view.split(row))));
            growing.relations[&relation].insert(Relation::from_vec(rows));
        }
        growing.iteration.changed()
    }

    /// Closes the rounds: the relations are finished.
    pub fn close(&mut self) {
        let Some(growing) = self.growing.take() else { return };
        for (id, variable) in growing.relations {
            self.finished[id.0 as usize] = variable.complete();
        }
    }

    /// Forgets the views of finished relations.
    pub fn forget_views(&mut self) {
        self.views.clear();
        self.keys.clear();
    }

    /// How many rows all relations hold.
    pub fn len(&self) -> usize {
        let growing = self.growing.iter().flat_map(|growing| growing.relations.values());
        let growing: usize = growing.map(count).sum();
        self.finished.iter().map(|relation| relation.len()).sum::<usize>() + growing
    }

    /// True where a growing relation has no rows of the last round.
    pub fn idle(&self, relation: RelId) -> bool {
        let growing = self.growing.as_ref().and_then(|growing| growing.relations.get(&relation));
        growing.is_some_and(|variable| variable.recent.borrow().is_empty())
    }

    /// Hands the rows of `view` to `visit`, in one or more batches.
    pub fn visit(&mut self, view: &View, portion: Portion, mut visit: impl FnMut(&Relation<Keyed<Row<W>, W>>)) {
        let Some(variable) = self.growing.as_mut().and_then(|growing| growing.view(view)) else {
            let source = &self.finished[view.relation.0 as usize];
            let split = || source.iter().filter_map(|row| view.split(row)).collect();
            return visit(self.views.entry(view.clone()).or_insert_with(split));
        };
        if portion != Portion::Recent {
            variable.stable.borrow().iter().for_each(&mut visit);
        }
        if portion != Portion::Stable {
            visit(&variable.recent.borrow());
        }
    }

    /// The keys of `view`, of a finished relation.
    pub fn keys(&mut self, view: &View) -> Rc<Relation<Row<W>>> {
        let source = &self.finished[view.relation.0 as usize];
        let keys = || Rc::new(source.iter().filter_map(|row| view.split(row)).map(|(key, _)| key).collect());
        self.keys.entry(view.clone()).or_insert_with(keys).clone()
    }
}

impl<const W: usize> Growing<W> {
    /// The variable of `view`; a new one is brought to the state that its relation is in.
    fn view(&mut self, view: &View) -> Option<Variable<Keyed<Row<W>, W>>> {
        let relation = self.relations.get(&view.relation)?;
        if let Some(variable) = self.views.get(view) {
            return Some(variable.clone());
        }
        let variable = self.iteration.variable("");
        let split = |rows: &[Row<W>]| rows.iter().filter_map(|row| view.split(row)).collect::<Relation<_>>();
        let stable: Vec<Row<W>> = relation.stable.borrow().iter().flat_map(|batch| batch.iter().copied()).collect();
        variable.stable.borrow_mut().push(split(&stable));
        *variable.recent.borrow_mut() = split(&relation.recent.borrow());
        self.views.insert(view.clone(), variable.clone());
        Some(variable)
    }
}

fn count<const W: usize>(variable: &Variable<Row<W>>) -> usize {
    variable.stable.borrow().iter().map(|batch| batch.len()).sum::<usize>() + variable.recent.borrow().len()
}
