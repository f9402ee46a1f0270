//! The facts that come nearest to one that is not there.

mod best;
mod measure;

use eval::Model;
use program::checked::RelId;
use values::{Code, Value};

use crate::Distance;
pub(crate) use best::Best;
use measure::Measure;

/// What a relation holds near a tuple that it lacks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Nearby {
    /// Values asked for that never occur in their column, by column.
    pub unseen: Vec<Unseen>,
    /// The facts that differ in the fewest of the columns asked for, nearest first; of equally near ones the first in output order.
    pub facts: Vec<NearMiss>,
    /// True where the relation was too large to be looked through: there may be nearer ones.
    pub stopped: bool,
}

/// A value that no fact has in its column.
#[derive(Debug, Clone, PartialEq)]
pub struct Unseen {
    /// The column.
    pub column: usize,
    /// The value of the column that is nearest to it, if one is near.
    pub nearest: Option<Value>,
}

/// A fact that nearly fits.
#[derive(Debug, Clone, PartialEq)]
pub struct NearMiss {
    /// Its row.
    pub row: u32,
    /// Its values.
    pub args: Vec<Value>,
    /// Where it differs, by column.
    pub differences: Vec<Difference>,
}

/// Where a fact differs from what was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The column.
    pub column: usize,
    /// What was asked for; the fact has another value.
    pub wanted: Value,
    /// How far the fact's value is from it.
    pub distance: Distance,
}

/// Rows looked at, one after the other: some hundredths of a second.
const ROWS_MAX: u32 = 20_000_000;

/// What `relation` holds near `pattern`, of which it holds nothing; at most `max` facts. A fact is near where it has one of several values asked for, or
/// where the only value asked for is a number, a date, or a text of which at least half the characters agree.
pub(crate) fn nearby(model: &Model<'_>, relation: RelId, pattern: &[Option<Value>], max: usize) -> Nearby {
    let table = model.relation(relation);
    let asked = pattern.iter().enumerate().filter_map(|(column, value)| Some((column, value.as_ref()?)));
    let asked = asked.map(|(column, value)| Asked { column, value, code: model.dictionary.find(value) });
    let asked = asked.collect::<Vec<_>>();
    // Of classes the rows are not all there is.
    let is_implied = table.facts() > u64::from(table.len());
    if asked.is_empty() || table.facts() == 0 || is_implied {
        return Nearby::default();
    }
    let scan = Scan { model, relation, asked: &asked, rows: table.len().min(ROWS_MAX) };
    let (fewest, occurs) = scan.counts();
    let mut stopped = table.len() > ROWS_MAX;
    let unseen = asked.iter().zip(&occurs).filter(|(_, occurs)| !**occurs);
    let unseen = unseen.map(|(asked, _)| {
        let nearest = scan.nearest_value(asked, &mut stopped);
        Unseen { column: asked.column, nearest }
    });
    let unseen = unseen.collect();
    let facts = if max == 0 { Vec::new() } else { scan.nearest_facts(fewest, max, &mut stopped) };
    Nearby { unseen, facts, stopped }
}

/// A column with a value that was asked for.
struct Asked<'v> {
    column: usize,
    value: &'v Value,
    /// `None` where the value occurs nowhere.
    code: Option<Code>,
}

struct Scan<'m> {
    model: &'m Model<'m>,
    relation: RelId,
    asked: &'m [Asked<'m>],
    /// Rows from this one on are not looked at.
    rows: u32,
}

impl Scan<'_> {
    fn holding(&self) -> impl Iterator<Item = u32> {
        let table = self.model.relation(self.relation);
        (0..self.rows).filter(|row| table.holds(*row))
    }

    fn differing(&self, row: u32) -> usize {
        let columns = &self.model.relation(self.relation).rows().columns;
        self.asked.iter().filter(|asked| Some(columns[asked.column][row as usize]) != asked.code).count()
    }

    /// In how many columns asked for a fact differs at least, and for each of these columns whether some fact has the value.
    fn counts(&self) -> (usize, Vec<bool>) {
        let columns = &self.model.relation(self.relation).rows().columns;
        let (mut fewest, mut occurs) = (usize::MAX, vec![false; self.asked.len()]);
        for row in self.holding() {
            let mut differing = 0;
            for (asked, occurs) in self.asked.iter().zip(&mut occurs) {
                let equal = Some(columns[asked.column][row as usize]) == asked.code;
                *occurs |= equal;
                differing += usize::from(!equal);
            }
            fewest = fewest.min(differing);
        }
        (fewest, occurs)
    }

    /// The value of a column that is nearest to the one asked for.
    fn nearest_value(&self, asked: &Asked<'_>, stopped: &mut bool) -> Option<Value> {
        let column = &self.model.relation(self.relation).rows().columns[asked.column];
        let mut codes = self.holding().map(|row| column[row as usize]).collect::<Vec<_>>();
        codes.sort_unstable();
        codes.dedup();
        let dictionary = &self.model.dictionary;
        let primitive = asked.value.primitive();
        let (mut measure, mut best) = (Measure::new(asked.value, dictionary), Best::new(1));
        for code in codes {
            let Some(size) = measure.near(code, best.bound()) else { continue };
            best.take(size, code, |a, b| dictionary.compare(primitive, *a, *b));
        }
        *stopped |= measure.stopped();
        best.into_items().next().map(|code| dictionary.decode(primitive, code))
    }

    fn nearest_facts(&self, fewest: usize, max: usize, stopped: &mut bool) -> Vec<NearMiss> {
        let (model, relation) = (self.model, self.relation);
        let single = self.asked.len() == 1;
        if fewest == self.asked.len() && !single {
            return Vec::new();
        }
        let columns = &model.relation(relation).rows().columns;
        let mut measures =
            self.asked.iter().map(|asked| Measure::new(asked.value, &model.dictionary)).collect::<Vec<_>>();
        let mut best = Best::new(max);
        for row in self.holding().filter(|row| self.differing(*row) == fewest) {
            let bound = best.bound();
            let mut size = Some(0u128);
            for (asked, measure) in self.asked.iter().zip(&mut measures) {
                let code = columns[asked.column][row as usize];
                if Some(code) != asked.code {
                    let one = if single { measure.near(code, bound) } else { measure.any(code, bound) };
                    size = size.and_then(|size| Some(size.saturating_add(one?)));
                }
            }
            if let Some(size) = size {
                best.take(size, row, |a, b| model.compare_rows(relation, *a, *b));
            }
        }
        *stopped |= measures.iter().any(Measure::stopped);
        best.into_items().map(|row| self.miss(row)).collect()
    }

    fn miss(&self, row: u32) -> NearMiss {
        let args = self.model.values(self.relation, row);
        let differing = self.asked.iter().filter(|asked| args[asked.column] != *asked.value);
        let difference = |asked: &Asked<'_>| Difference {
            column: asked.column,
            wanted: asked.value.clone(),
            distance: Distance::between(&args[asked.column], asked.value),
        };
        let differences = differing.map(difference).collect();
        NearMiss { row, args, differences }
    }
}
