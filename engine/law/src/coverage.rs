//! Where relations are declared complete: the days of all declarations of a place together.

mod days;

use program::checked::{Absent, Comparison, Complete, Extent, LawRole, Program, RelId, Rule, Term};
use values::Primitive;

use self::days::Days;
use crate::piece::{At, Piece};
use crate::scope::Scope;

/// A relation whose completeness is declared, and what is made of the declarations.
#[derive(Debug)]
pub(crate) struct Coverage {
    /// The names of the columns that carry a place, and that of the day's.
    places: Vec<String>,
    day: Option<(String, Days)>,
    /// Columns of the declarations: places, perhaps from and to, declared by, on.
    declared: RelId,
    declared_columns: usize,
}

impl Coverage {
    /// Adds the relations that are needed for `relation`, and their rules to `rules`. `None` where nothing is declared by place or day.
    pub(crate) fn add(relation: RelId, program: &mut Program, rules: &mut Vec<Rule>) -> Option<Coverage> {
        let base = program.relation(relation);
        let Some(Complete::Declared { places, day, declared, span }) = &base.openness.complete else { return None };
        let name = |column: &usize| base.columns[*column].name.clone();
        let (names, day) = (places.iter().map(name).collect(), day.as_ref().map(name));
        let (declared, span, base) = (*declared, *span, base.name.clone());
        let places = program.relation(declared).columns[..places.len()].to_vec();
        let declared_columns = program.relation(declared).columns.len();
        let day = day.map(|name| (name, Days::add(&base, declared, &places, span, program, rules)));
        Some(Coverage { places: names, day, declared, declared_columns })
    }

    /// The columns that the `within` of an absence should give and does not.
    pub(crate) fn missing(&self, absent: &Absent) -> Option<&str> {
        let mut needed = self.places.iter().chain(self.day.as_ref().map(|(name, _)| name));
        needed.find(|name| extent(absent, name).is_none()).map(String::as_str)
    }

    /// What holds where `within` is declared complete, and, for each reason why it may not be, what holds then. `None` where the `within`
    /// does not say enough.
    pub(crate) fn pieces(&self, absent: &Absent, at: At, scope: &mut Scope) -> Option<(Vec<Piece>, Vec<Vec<Piece>>)> {
        let place = |name: &String| extent(absent, name).map(|extent| extent.from.clone());
        let places = self.places.iter().map(place).collect::<Option<Vec<_>>>()?;
        let open = |count: usize| {
            let mut args = places.clone();
            args.resize(count, Term::Wildcard);
            args
        };
        let Some((name, day)) = &self.day else {
            let args = open(self.declared_columns);
            let covered = vec![at.holds(self.declared, args.clone(), LawRole::Complete)];
            return Some((covered, vec![vec![at.lacks(self.declared, args, LawRole::Open)]]));
        };
        let extent = extent(absent, name)?;
        let (first, last) = (&extent.from, extent.to.as_ref().unwrap_or(&extent.from));
        let mut covering = |relation, role| {
            let [from, to] = ["from", "to"].map(|name| Term::Variable(scope.fresh(name, Primitive::Date, at.span)));
            let args = places.iter().cloned().chain([from.clone(), to.clone()]).collect();
            (at.holds(relation, args, role), from, to)
        };
        let until = |left: &Term, right: &Term, role| {
            at.compare([left.clone(), right.clone()], Comparison::LessEqual, Primitive::Date, role)
        };
        let (span, from, to) = covering(day.spans, LawRole::Complete);
        let covered = vec![span, until(&from, first, LawRole::Complete), until(last, &to, LawRole::Complete)];
        let (gap, from, to) = covering(day.gaps, LawRole::Open);
        let gap = vec![gap, until(&from, last, LawRole::Open), until(first, &to, LawRole::Open)];
        let nothing = vec![at.lacks(day.valid, open(places.len() + 2), LawRole::Open)];
        Some((covered, vec![nothing, gap]))
    }
}

fn extent<'a>(absent: &'a Absent, column: &str) -> Option<&'a Extent> {
    absent.within.iter().find(|extent| extent.column == column)
}
