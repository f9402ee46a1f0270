//! The relations, and the views of them that atoms have asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use datafrog::{Iteration, Relation, Variable};
use program::checked::RelId;

use crate::interner::Code;
use crate::rows::{Keyed, Part, Row, Variant, View};
use crate::solve::joined;

/// All relations: finished ones, and those of the recursive stratum at work, if there is one.
pub struct Tables<const W: usize> {
    /// Each relation's rows; those of a growing relation stand in `growing`.
    pub finished: Vec<Relation<Row<W>>>,
    growing: Option<Growing<W>>,
    /// A relation that is to be read as if it held these rows.
    pub instead: Option<(RelId, Relation<Row<W>>)>,
    /// What is open.
    pub open: BTreeMap<RelId, BTreeMap<Variant, BTreeSet<Row<W>>>>,
    /// All rows of findings: `finished` lacks those that contradict each other.
    pub findings: BTreeMap<RelId, Relation<Row<W>>>,
    views: BTreeMap<View, Relation<Keyed<Row<W>, W>>>,
    keys: BTreeMap<View, Rc<Relation<Row<W>>>>,
    /// For relations of declarations: for each place the periods declared, joined as far as they can be.
    declared: BTreeMap<RelId, Rc<BTreeMap<Vec<Code>, Periods>>>,
}

/// Periods, each from its first to its last day.
pub type Periods = Vec<(i64, i64)>;

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

/// The relations of a recursive stratum, and the views of them, which grow behind them.
struct Growing<const W: usize> {
    iteration: Iteration,
    relations: BTreeMap<RelId, Variable<Row<W>>>,
    viewing: Iteration,
    views: BTreeMap<View, Variable<Keyed<Row<W>, W>>>,
}

impl<const W: usize> Tables<W> {
    /// The tables of these relations.
    pub fn new(finished: Vec<Relation<Row<W>>>) -> Self {
        let (open, findings) = (BTreeMap::new(), BTreeMap::new());
        let (views, keys) = (BTreeMap::new(), BTreeMap::new());
        Tables { finished, growing: None, instead: None, open, findings, views, keys, declared: BTreeMap::new() }
    }

    /// Adds rows to finished relations, which nobody has read yet.
    pub fn add(&mut self, concluded: BTreeMap<RelId, Vec<Row<W>>>) {
        for (relation, rows) in concluded {
            let table = &mut self.finished[relation.0 as usize];
            let old = std::mem::replace(table, Relation::from_vec(vec![]));
            *table = old.merge(Relation::from_vec(rows));
        }
    }

    /// Takes the rows out of relations that nobody has read yet.
    pub fn take(&mut self, relations: &[RelId]) -> BTreeMap<RelId, Vec<Row<W>>> {
        relations.iter().map(|id| (*id, std::mem::take(&mut self.finished[id.0 as usize].elements))).collect()
    }

    /// Opens the rounds of a recursive stratum after the first one, in which its relations were given these rows. False: there
    /// are none.
    pub fn open(&mut self, given: BTreeMap<RelId, Vec<Row<W>>>) -> bool {
        let mut iteration = Iteration::new();
        let mut relations = BTreeMap::new();
        for (id, rows) in given {
            let variable = iteration.variable("");
            variable.insert(rows.into());
            relations.insert(id, variable);
        }
        let grown = iteration.changed();
        self.growing = Some(Growing { iteration, relations, viewing: Iteration::new(), views: BTreeMap::new() });
        grown
    }

    /// All rows of a relation.
    pub fn rows(&self, relation: RelId) -> Vec<Row<W>> {
        match self.growing.as_ref().and_then(|growing| growing.relations.get(&relation)) {
            Some(variable) => all(variable),
            None => self.finished[relation.0 as usize].elements.clone(),
        }
    }

    /// Takes rows of a growing relation away.
    pub fn erase(&mut self, relation: RelId, rows: &BTreeSet<Row<W>>) {
        let Some(growing) = self.growing.as_mut().filter(|_| !rows.is_empty()) else { return };
        let Some(variable) = growing.relations.get(&relation) else { return };
        variable.stable.borrow_mut().iter_mut().for_each(|batch| batch.elements.retain(|row| !rows.contains(row)));
        variable.recent.borrow_mut().elements.retain(|row| !rows.contains(row));
        growing
            .views
            .iter()
            .filter(|(view, _)| view.relation == relation)
            .for_each(|(view, of)| view.fill(of, variable));
    }

    /// Ends a round, in which these rows were concluded. False: none of them is new.
    pub fn advance(&mut self, concluded: BTreeMap<RelId, Vec<Row<W>>>) -> bool {
        let Some(growing) = &mut self.growing else { return false };
        for (relation, rows) in concluded {
            growing.relations[&relation].insert(rows.into());
        }
        let grown = growing.iteration.changed();
        for (view, variable) in &growing.views {
            let recent = growing.relations[&view.relation].recent.borrow();
            variable.insert(recent.iter().filter_map(|row| view.split(row)).collect());
        }
        growing.viewing.changed();
        grown
    }

    /// Closes the rounds: the relations are finished.
    pub fn close(&mut self) {
        let Some(growing) = self.growing.take() else { return };
        for (id, variable) in growing.relations {
            self.finished[id.0 as usize] = all(&variable).into();
        }
    }

    /// Forgets the views of finished relations and of open tuples.
    pub fn forget_views(&mut self) {
        self.declared.clear();
        self.views.clear();
        self.keys.clear();
    }

    /// How many rows all relations hold.
    pub fn len(&self) -> usize {
        let growing = self.growing.iter().flat_map(|growing| growing.relations.values());
        let growing: usize = growing.map(count).sum();
        let open: usize = self.open.values().flat_map(|variants| variants.values()).map(BTreeSet::len).sum();
        self.finished.iter().map(|relation| relation.len()).sum::<usize>() + growing + open
    }

    /// True where a growing relation has no rows of the last round.
    pub fn idle(&self, relation: RelId) -> bool {
        let growing = self.growing.as_ref().and_then(|growing| growing.relations.get(&relation));
        growing.is_some_and(|variable| variable.recent.borrow().is_empty())
    }

    /// Hands the rows of `view` to `visit`, in one or more batches.
    pub fn visit(&mut self, view: &View, portion: Portion, mut visit: impl FnMut(&Relation<Keyed<Row<W>, W>>)) {
        if let Some((relation, rows)) = &self.instead
            && *relation == view.relation
        {
            return visit(&rows.iter().filter_map(|row| view.split(row)).collect());
        }
        let growing = self.growing.as_mut().filter(|_| view.part == Part::Settled);
        let Some(variable) = growing.and_then(|growing| growing.view(view)) else {
            if !self.views.contains_key(view) {
                self.views.insert(view.clone(), self.source(view).filter_map(|row| view.split(row)).collect());
            }
            return self.views.get(view).into_iter().for_each(visit);
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
        if let Some(keys) = self.keys.get(view) {
            return keys.clone();
        }
        let keys = Rc::new(self.source(view).filter_map(|row| view.split(row)).map(|(key, _)| key).collect());
        self.keys.entry(view.clone()).or_insert(keys).clone()
    }

    /// The rows of a finished relation that `view` looks at.
    fn source<'t>(&'t self, view: &View) -> Box<dyn Iterator<Item = &'t Row<W>> + 't> {
        match &view.part {
            Part::Settled => Box::new(self.finished[view.relation.0 as usize].iter()),
            Part::Open(variant) => {
                let rows = self.open.get(&view.relation).and_then(|variants| variants.get(variant));
                Box::new(rows.into_iter().flatten())
            }
        }
    }

    /// For each place, which stands in the first columns of the declarations, the periods that they declare; `period` reads one.
    pub fn periods(
        &mut self,
        declared: RelId,
        places: usize,
        period: impl Fn(&Row<W>) -> (i64, i64),
    ) -> Rc<BTreeMap<Vec<Code>, Periods>> {
        let rows = &self.finished[declared.0 as usize];
        let periods = || {
            let mut periods: BTreeMap<Vec<Code>, Periods> = BTreeMap::new();
            rows.iter().for_each(|row| periods.entry(row[..places].to_vec()).or_default().push(period(row)));
            Rc::new(periods.into_iter().map(|(place, periods)| (place, joined(periods))).collect())
        };
        self.declared.entry(declared).or_insert_with(periods).clone()
    }

    /// The parts of a relation's open tuples.
    pub fn variants(&self, relation: RelId) -> Vec<Variant> {
        self.open.get(&relation).into_iter().flat_map(|variants| variants.keys().cloned()).collect()
    }

    /// Adds an open tuple. True: it is new.
    pub fn add_open(&mut self, relation: RelId, variant: Variant, row: Row<W>) -> bool {
        self.open.entry(relation).or_default().entry(variant).or_default().insert(row)
    }

    /// All rows of a finished relation, findings that contradict each other included.
    pub fn given(&self, relation: RelId) -> &Relation<Row<W>> {
        self.findings.get(&relation).unwrap_or(&self.finished[relation.0 as usize])
    }
}

impl<const W: usize> Growing<W> {
    /// The variable of `view`; a new one is brought to the state that its relation is in.
    fn view(&mut self, view: &View) -> Option<Variable<Keyed<Row<W>, W>>> {
        let relation = self.relations.get(&view.relation)?;
        if let Some(variable) = self.views.get(view) {
            return Some(variable.clone());
        }
        let variable = match view.again {
            true => self.viewing.variable_indistinct(""),
            false => self.viewing.variable(""),
        };
        view.fill(&variable, relation);
        self.views.insert(view.clone(), variable.clone());
        Some(variable)
    }
}

impl View {
    /// Brings a variable for this view to the state that its relation is in.
    fn fill<const W: usize>(&self, variable: &Variable<Keyed<Row<W>, W>>, relation: &Variable<Row<W>>) {
        let split = |rows: &[Row<W>]| rows.iter().filter_map(|row| self.split(row)).collect::<Relation<_>>();
        *variable.stable.borrow_mut() = vec![split(&stable(relation))];
        *variable.recent.borrow_mut() = split(&relation.recent.borrow());
    }
}

fn stable<const W: usize>(variable: &Variable<Row<W>>) -> Vec<Row<W>> {
    variable.stable.borrow().iter().flat_map(|batch| batch.iter().copied()).collect()
}

fn all<const W: usize>(variable: &Variable<Row<W>>) -> Vec<Row<W>> {
    [stable(variable), variable.recent.borrow().elements.clone()].concat()
}

fn count<const W: usize>(variable: &Variable<Row<W>>) -> usize {
    variable.stable.borrow().iter().map(|batch| batch.len()).sum::<usize>() + variable.recent.borrow().len()
}
