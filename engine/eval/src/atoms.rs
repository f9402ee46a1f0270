//! The least way to fulfil goals that all are atoms.
//!
//! What [`crate::Search`] finds first, faster: which columns have values when an atom's turn comes is known beforehand, and a fact needs no
//! memory of its own. Most rules of a recursion, where derivations are long, are of this kind.

mod compile;

use std::ops::Range;

use program::checked::RelId;
use values::{Code, Dictionary, Primitive};

use crate::lookup::Access;
use crate::{Relation, Slot, Solution};

/// The goals of a clause, ready to be fulfilled for one fact after the other.
pub struct Atoms<'m> {
    dictionary: &'m Dictionary,
    head: Vec<Column>,
    /// By variable: whether head or atoms give it a value; those of other disjuncts have none.
    variables: Vec<bool>,
    /// In text order.
    atoms: Vec<Atom<'m>>,
}

/// One atom.
struct Atom<'m> {
    relation: RelId,
    table: &'m Relation,
    columns: Vec<Column>,
    /// The columns that have values when its turn comes, ascending.
    bound: Vec<usize>,
    /// The way to its rows by them; `None` where all have values, or none has.
    access: Option<Access<'m>>,
    detours: Vec<Detour<'m>>,
    /// A later atom shares more with it than a detour can use.
    has_others: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Anything.
    Any,
    Constant(Code),
    /// The value that the variable has.
    Bound(u32),
    /// What the variable gets.
    Binds(u32),
    /// What the variable has got from a column before.
    Repeats(u32),
}

/// A later atom that shares a variable with one whose turn has come, and leaves it nothing else to choose.
struct Detour<'m> {
    /// Its place.
    atom: usize,
    /// Its columns that have values by then.
    bound: Vec<usize>,
    access: Access<'m>,
    /// The variable shared, and its column there.
    variable: u32,
    column: usize,
    primitive: Primitive,
}

/// What has been found for a fact; its memory is used again for the next one.
#[derive(Default)]
pub struct Found {
    slots: Vec<Code>,
    rows: Vec<u32>,
    /// By atom: the rows or codes to be tried.
    tried: Vec<Vec<u32>>,
    key: Vec<Code>,
    /// The key of the atom whose turn it is.
    own: Vec<Code>,
}

impl Found {
    /// By goal: the row that fulfils it.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }
}

/// Which rows an atom of this place and relation may take.
pub type Ranges<'r> = &'r dyn Fn(usize, RelId) -> Range<u32>;

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is found.
    Found,
    /// There is none.
    Nothing,
    /// A search should be made, which knows more detours.
    TooMany,
}

/// How the rows of an atom are found.
enum Way<'a, 'm> {
    /// By its own columns.
    Own,
    /// By what a later atom allows.
    By(&'a Detour<'m>),
    /// There are too many.
    None,
}

/// Below this many rows a detour does not pay, or is gladly taken.
const MANY: u64 = 64;
/// Rows from which on a detour of another kind is worth a search.
const TOO_MANY: u64 = 1 << 10;

impl<'m> Atoms<'m> {
    /// Finds the least way for the head to be `tuple`: compared atom by atom in text order, rows in output order.
    pub fn least(&self, tuple: impl Iterator<Item = Code>, ranges: Ranges<'_>, found: &mut Found) -> Outcome {
        found.rows.clear();
        found.rows.resize(self.atoms.len(), 0);
        found.tried.resize_with(self.atoms.len(), Vec::new);
        match self.begin(tuple, found) {
            true => self.fulfil(0, ranges, found),
            false => Outcome::Nothing,
        }
    }

    /// What has been found, as a search would say it.
    pub fn solution(&self, found: &Found) -> Solution {
        let mut solution = Solution { slots: Vec::with_capacity(found.slots.len()), rows: Vec::new() };
        self.say(found, &mut solution);
        solution
    }

    /// The solution for `tuple` that takes these rows, in the place of another one.
    pub fn replay(&self, tuple: impl Iterator<Item = Code>, rows: &[u32], found: &mut Found, solution: &mut Solution) {
        self.begin(tuple, found);
        for (atom, row) in self.atoms.iter().zip(rows) {
            let columns = &atom.table.rows().columns;
            take(&atom.columns, |at| columns[at][*row as usize], &mut found.slots);
        }
        found.rows.clear();
        found.rows.extend_from_slice(rows);
        self.say(found, solution);
    }

    /// Gives the variables of the head the values of the fact. False where it cannot be.
    fn begin(&self, tuple: impl Iterator<Item = Code>, found: &mut Found) -> bool {
        let Found { slots, key, .. } = found;
        slots.clear();
        slots.resize(self.variables.len(), 0);
        key.clear();
        key.extend(tuple);
        take(&self.head, |column| key[column], slots)
    }

    fn say(&self, found: &Found, solution: &mut Solution) {
        let slot = |(has_value, code): (&bool, &Code)| if *has_value { Slot::Code(*code) } else { Slot::Free };
        solution.slots.clear();
        solution.slots.extend(self.variables.iter().zip(&found.slots).map(slot));
        solution.rows.clear();
        solution.rows.extend(found.rows.iter().map(|row| Some(*row)));
    }

    /// Fulfils the atoms from this place on. As deep as a rule has atoms.
    fn fulfil(&self, place: usize, ranges: Ranges<'_>, found: &mut Found) -> Outcome {
        let Some(atom) = self.atoms.get(place) else { return Outcome::Found };
        let range = ranges(place, atom.relation);
        if atom.bound.len() == atom.columns.len() {
            return self.whole(place, &range, ranges, found);
        }
        let mut tried = std::mem::take(&mut found.tried[place]);
        tried.clear();
        let outcome = match self.way(atom, &range, ranges, found) {
            Way::Own => {
                self.own_rows(atom, range, found, &mut tried);
                let columns = &atom.table.rows().columns;
                first(&tried, |row| match take(&atom.columns, |at| columns[at][row as usize], &mut found.slots) {
                    true => self.go_on(place, row, ranges, found),
                    false => Outcome::Nothing,
                })
            }
            Way::By(detour) => {
                self.codes(detour, ranges, found, &mut tried);
                first(&tried, |code| {
                    found.slots[detour.variable as usize] = code;
                    self.whole(place, &range, ranges, found)
                })
            }
            Way::None => Outcome::TooMany,
        };
        found.tried[place] = tried;
        outcome
    }

    /// Takes the row of an atom all of whose columns have values.
    fn whole(&self, place: usize, range: &Range<u32>, ranges: Ranges<'_>, found: &mut Found) -> Outcome {
        let atom = &self.atoms[place];
        let values = atom.columns.iter().map(|column| column.value(&found.slots));
        found.key.clear();
        found.key.extend(values);
        let row = atom.table.find_within(&found.key, range);
        row.map_or(Outcome::Nothing, |row| self.go_on(place, row, ranges, found))
    }

    fn go_on(&self, place: usize, row: u32, ranges: Ranges<'_>, found: &mut Found) -> Outcome {
        found.rows[place] = row;
        self.fulfil(place + 1, ranges, found)
    }

    fn way<'a>(&'a self, atom: &'a Atom<'m>, range: &Range<u32>, ranges: Ranges<'_>, found: &mut Found) -> Way<'a, 'm> {
        let Found { slots, key, own, .. } = found;
        key_of(&atom.columns, &atom.bound, slots, own);
        let hits = atom.access.as_ref().and_then(|access| access.hits(own, range));
        if hits.is_some_and(|rows| rows <= MANY) {
            return Way::Own;
        }
        let cost = |detour: &'a Detour<'m>| {
            let later = &self.atoms[detour.atom];
            key_of(&later.columns, &detour.bound, slots, key);
            (detour.access.cost(key, &ranges(detour.atom, later.relation)), detour)
        };
        let best = atom.detours.iter().map(cost).min_by_key(|(cost, _)| *cost);
        let own_cost = || match &atom.access {
            Some(access) => hits.unwrap_or_else(|| access.cost(own, range)),
            None => range.len() as u64,
        };
        match best {
            Some((cost, detour)) if cost <= MANY || cost * 4 <= own_cost() => Way::By(detour),
            _ if atom.has_others && own_cost() > TOO_MANY => Way::None,
            _ => Way::Own,
        }
    }

    /// The rows that fit what has values, in output order.
    fn own_rows(&self, atom: &Atom<'m>, range: Range<u32>, found: &mut Found, rows: &mut Vec<u32>) {
        match &atom.access {
            Some(access) => {
                key_of(&atom.columns, &atom.bound, &found.slots, &mut found.key);
                access.rows(&found.key, &range, rows);
            }
            None => rows.extend(range),
        }
        rows.sort_unstable_by(|a, b| atom.table.compare_rows(*a, *b, self.dictionary));
    }

    /// The values that a later atom allows, in output order.
    fn codes(&self, detour: &Detour<'m>, ranges: Ranges<'_>, found: &mut Found, codes: &mut Vec<Code>) {
        let later = &self.atoms[detour.atom];
        key_of(&later.columns, &detour.bound, &found.slots, &mut found.key);
        detour.access.rows(&found.key, &ranges(detour.atom, later.relation), codes);
        let column = &later.table.rows().columns[detour.column];
        codes.iter_mut().for_each(|row| *row = column[*row as usize]);
        codes.sort_unstable_by(|a, b| self.dictionary.compare(detour.primitive, *a, *b));
        codes.dedup();
    }
}

impl Column {
    /// What it holds, once its variable has a value.
    fn value(self, slots: &[Code]) -> Code {
        match self {
            Column::Constant(code) => code,
            Column::Bound(variable) | Column::Binds(variable) | Column::Repeats(variable) => slots[variable as usize],
            Column::Any => unreachable!("what may hold anything is no part of a key"),
        }
    }
}

/// The values of these columns.
fn key_of(columns: &[Column], bound: &[usize], slots: &[Code], key: &mut Vec<Code>) {
    key.clear();
    key.extend(bound.iter().map(|column| columns[*column].value(slots)));
}

/// Takes the values of a row. False where it does not fit.
fn take(columns: &[Column], value: impl Fn(usize) -> Code, slots: &mut [Code]) -> bool {
    columns.iter().enumerate().all(|(at, column)| match *column {
        Column::Any | Column::Bound(_) => true,
        Column::Constant(code) => code == value(at),
        Column::Binds(variable) => {
            slots[variable as usize] = value(at);
            true
        }
        Column::Repeats(variable) => slots[variable as usize] == value(at),
    })
}

/// Tries one after the other, until one is not in vain.
fn first(tried: &[u32], mut attempt: impl FnMut(u32) -> Outcome) -> Outcome {
    tried.iter().map(|it| attempt(*it)).find(|outcome| *outcome != Outcome::Nothing).unwrap_or(Outcome::Nothing)
}
