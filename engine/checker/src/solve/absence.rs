//! The law's negation: what is absent, and known to be.

use program::checked::{Complete, RelId};
use values::Value;

use super::machine::both;
use super::{Place, Solver};
use crate::arithmetic::Undefined;
use crate::clause::{Absence, Arg, Expr};
use crate::interner::{Code, POISON};
use crate::openness::keys;
use crate::rows::{Binding, Kind, Part, View, row};
use crate::tables::Periods;

/// What is known of an absence.
enum Known {
    /// No tuple fits, and none can.
    Absent,
    /// A tuple fits.
    Present,
    /// A tuple may fit; this is missing.
    Open(Kind),
}

impl<const W: usize> Solver<'_, W> {
    /// The binding if the absence is as expected; one that takes it for granted where the clause concludes what is open.
    pub(super) fn absence(
        &mut self,
        absence: &Absence<'_>,
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> Option<Binding<W>> {
        let next = binding.moved(place.before, place.after, |_| None);
        match self.known_absence(absence, place, binding) {
            Ok(Known::Absent) => absence.expected.then_some(next),
            Ok(Known::Present) => (!absence.expected).then_some(next),
            Ok(Known::Open(kind)) => place.at_best.then(|| next.at_best(kind)),
            Err(Undefined) if absence.expected && self.is_never_known(absence) => {
                place.at_best.then(|| Binding { failed: true, ..next.at_best(2) })
            }
            Err(Undefined) => Some(Binding { failed: true, ..next }),
        }
    }

    /// True where it takes no value to see that such an absence is never known: nothing is declared of a relation below it, or somebody
    /// lacks a tuple that everybody should have.
    fn is_never_known(&self, absence: &Absence<'_>) -> bool {
        let mut bases = self.openness.bases(absence.relation);
        let of_anybody =
            |(columns, _): &(Vec<usize>, Kind)| columns.iter().any(|column| matches!(absence.args[*column], Arg::Any));
        bases.any(|base| self.program.relation(base).openness.complete.is_none())
            || keys(self.program, absence.relation).iter().any(of_anybody)
    }

    fn known_absence(
        &mut self,
        absence: &Absence<'_>,
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> Result<Known, Undefined> {
        let Absence { relation, args, .. } = absence;
        if self.fits(*relation, args, &Part::Settled, place, binding)? {
            return Ok(Known::Present);
        }
        if !self.is_complete(absence, place, binding)? {
            return Ok(Known::Open(2));
        }
        let mut missing = 0;
        for variant in self.tables.variants(*relation) {
            let kind = variant.kind;
            if self.fits(*relation, args, &Part::Open(variant), place, binding)? {
                missing = missing.max(kind);
            }
        }
        for (columns, kind) in keys(self.program, *relation) {
            let key: Vec<Arg<'_>> = columns.iter().map(|column| args[*column].clone()).collect();
            if self.lacks_tuple(*relation, &columns, &key, place, binding) {
                missing = missing.max(kind);
            }
        }
        Ok(if missing == 0 { Known::Absent } else { Known::Open(missing) })
    }

    /// Whether a tuple of this part of the relation fits, in the columns that it knows.
    fn fits(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        part: &Part,
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> Result<bool, Undefined> {
        let unknown = if let Part::Open(variant) = part { &variant.unknown[..] } else { &[] };
        let asked = (0..args.len()).filter(|column| !matches!(args[*column], Arg::Any) && !unknown.contains(column));
        let (open, asked): (Vec<usize>, Vec<usize>) = asked.partition(|column| args[*column].is_open());
        let key: Vec<Code> = asked.iter().map(|column| self.arg(&args[*column], place.before, binding)).collect();
        if key.contains(&POISON) {
            return Err(Undefined);
        }
        let looked = View { key: [&asked[..], &open].concat(), part: part.clone(), ..View::of(relation) };
        self.need(&View { key: asked, ..looked.clone() }, std::iter::once(row(key.iter().copied())));
        let tuples = self.tables.keys(&looked);
        if open.is_empty() {
            return Ok(tuples.binary_search(&row(key)).is_ok());
        }
        let mut found = Ok(false);
        for tuple in tuples.iter().filter(|tuple| tuple[..key.len()] == key) {
            let mut all = Ok(true);
            for (column, code) in open.iter().zip(&tuple[key.len()..]) {
                if let Arg::Computed(expr) = &args[*column] {
                    all = both(all, self.machine.fits(expr, *code, &|var| binding.get(place.before, var)));
                }
            }
            found = if all == Ok(true) { all } else { found.and_then(|found| all.map(|_| found)) };
        }
        found
    }

    /// Whether every relation with records that it rests on is complete for the place and time asked for.
    fn is_complete(
        &mut self,
        absence: &Absence<'_>,
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> Result<bool, Undefined> {
        let program = self.program;
        for base in self.openness.bases(absence.relation) {
            let relation = program.relation(base);
            let declared = match &relation.openness.complete {
                None => return Ok(false),
                Some(Complete::Everywhere { .. }) => continue,
                Some(Complete::Declared { places, day, declared, .. }) => (places, day, *declared),
            };
            let (places, day, declared) = declared;
            let part =
                |column: &usize| absence.within.iter().find(|part| part.column == relation.columns[*column].name);
            let mut key = Vec::new();
            for column in places {
                let Some(part) = part(column) else { return Ok(false) };
                key.push(self.within(&part.from, place, binding)?);
            }
            let period = match day.as_ref().map(part) {
                None => None,
                Some(None) => return Ok(false),
                Some(Some(part)) => {
                    let from = self.within(&part.from, place, binding)?;
                    let to = part.to.as_ref().map(|to| self.within(to, place, binding)).transpose()?;
                    Some((from, to.unwrap_or(from)))
                }
            };
            if !self.is_declared(declared, key, period) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn within(&mut self, expr: &Expr<'_>, place: Place<'_>, binding: &Binding<W>) -> Result<Code, Undefined> {
        match self.machine.code(expr, &|var| binding.get(place.before, var)) {
            POISON => Err(Undefined),
            code => Ok(code),
        }
    }

    /// Whether declarations, perhaps several together, cover every day of the period at that place.
    fn is_declared(&mut self, declared: RelId, key: Vec<Code>, period: Option<(Code, Code)>) -> bool {
        let of_place = View { key: (0..key.len()).collect(), ..View::of(declared) };
        self.need(&of_place, std::iter::once(row(key.iter().copied())));
        let interner = &self.machine.interner;
        let day = |code: Code| if let Value::Date(day) = interner.value(code) { day.unix_days() } else { 0 };
        let dated = period.is_some();
        let periods = self.tables.periods(declared, key.len(), |row| {
            if dated { (day(row[key.len()]), day(row[key.len() + 1])) } else { (0, 0) }
        });
        let (from, to) = period.map_or((0, 0), |(from, to)| (day(from), day(to)));
        covers(periods.get(&key).map_or(&[][..], |periods| periods), from, to)
    }
}

/// Whether one of these periods, in order and apart from each other, holds all days from `from` to `to`.
fn covers(periods: &[(i64, i64)], from: i64, to: i64) -> bool {
    periods.iter().any(|(first, last)| *first <= from && to <= *last)
}

/// Sorts periods and joins those that overlap or follow each other; those that end before they begin are none.
pub fn joined(mut periods: Vec<(i64, i64)>) -> Periods {
    periods.retain(|(first, last)| first <= last);
    periods.sort_unstable();
    let mut joined: Periods = Vec::new();
    for (first, last) in periods {
        match joined.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            _ => joined.push((first, last)),
        }
    }
    joined
}
