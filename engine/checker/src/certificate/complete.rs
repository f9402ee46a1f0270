//! On what it rests that a relation lacks nothing.

use program::checked::{Absent, Complete, RelId, Term};
use serde_json::{Map, Value as Json, json};
use values::Value;

use super::node::Node;
use super::rules::{at, place};
use super::scope::Scope;
use super::words::words;
use super::{Rejected, Verifier};
use crate::solve::joined;

/// Where declarations say that a relation is complete.
#[derive(Clone, Copy)]
struct Declared<'p> {
    base: RelId,
    by: RelId,
    places: &'p [usize],
    has_day: bool,
}

/// What an absence asks of a relation: the place, and the first and last day.
struct Wanted {
    place: Vec<Value>,
    days: Option<(i64, i64)>,
}

impl<'a> Verifier<'a> {
    /// Every relation with records below is declared complete, for the place and time asked for, by what the node names.
    pub(super) fn declared(
        &mut self,
        absence: &Node<'a>,
        absent: &'a Absent,
        scope: &Scope<'a>,
    ) -> Result<(), Rejected> {
        let program = self.program;
        let mut told = absence.list("complete")?.iter().collect::<Vec<_>>();
        for base in self.openness.bases(absent.atom.relation).collect::<Vec<_>>() {
            let relation = program.relation(base);
            let (own, others): (Vec<_>, Vec<_>) =
                told.into_iter().partition(|entry| entry["relation"] == relation.name);
            told = others;
            match &relation.openness.complete {
                None => {
                    return absence.reject(words!(
                        "nothing says that {} is complete",
                        "没有声明 {} 齐全",
                        relation.name
                    ));
                }
                Some(Complete::Everywhere { span }) => {
                    let stands = |entry: &&Json| at(&entry["at"]).is_some_and(|at| at == place(*span, self.files));
                    // Whoever reads the program sees it; below rules that never hold the proof does not say it.
                    if !own.iter().all(stands) {
                        return absence.reject(words!(
                            "{} is declared complete elsewhere",
                            "{} 的齐全声明不在所称之处",
                            relation.name
                        ));
                    }
                }
                Some(Complete::Declared { places, day, declared, .. }) => {
                    let Some(wanted) = self.wanted(absent, scope, base, (places, *day)) else {
                        return absence.reject(words!(
                            "it is not said for which place {} has to be complete",
                            "没有说明 {} 应在何处齐全",
                            relation.name
                        ));
                    };
                    let of = Declared { base, by: *declared, places, has_day: day.is_some() };
                    self.covered(absence, of, &wanted, &own)?;
                }
            }
        }
        match told.first() {
            None => Ok(()),
            Some(entry) => absence.reject(words!(
                "the completeness of {} is not asked for",
                "该条件不问 {} 是否齐全",
                entry["relation"]
            )),
        }
    }

    /// The place and time for which a relation has to be complete.
    fn wanted(
        &mut self,
        absent: &'a Absent,
        scope: &Scope<'a>,
        base: RelId,
        (places, day): (&[usize], Option<usize>),
    ) -> Option<Wanted> {
        let columns = &self.program.relation(base).columns;
        let part = |column: usize| absent.within.iter().find(|part| part.column == columns[column].name);
        let mut value = |term: &Term| self.silently(term, Some(scope));
        let place = places.iter().map(|column| value(&part(*column)?.from)).collect::<Option<_>>()?;
        let days = match day {
            None => None,
            Some(day) => {
                let part = part(day)?;
                let from = value(&part.from)?.date()?.unix_days();
                let to = part.to.as_ref().map_or(Some(from), |to| Some(value(to)?.date()?.unix_days()));
                Some((from, to?))
            }
        };
        Some(Wanted { place, days })
    }

    /// The declarations named are of the place, and cover the time together.
    fn covered(
        &mut self,
        absence: &Node<'a>,
        of: Declared<'_>,
        wanted: &Wanted,
        told: &[&'a Json],
    ) -> Result<(), Rejected> {
        let mut periods = Vec::new();
        for entry in told {
            let declaration = self.fact(absence, absence.named(&entry["node"])?)?;
            let args = declaration.args.clone();
            if declaration.relation != of.by || args[..of.places.len()] != wanted.place {
                return absence.reject(words!(
                    "a declaration named is one of another place or relation",
                    "所称的齐全声明属于别处或别的关系"
                ));
            }
            if **entry != self.entry(of, &args, &entry["node"]) {
                return absence.reject(words!("a declaration says something else", "齐全声明的内容不符"));
            }
            periods.push(period(of, &args));
        }
        if covers(periods, wanted.days) {
            return Ok(());
        }
        // Declarations that rules make are not named.
        let is_made = self.program.rules.iter().any(|rule| rule.heads.iter().any(|head| head.relation == of.by));
        let of_place = if is_made { self.whole.tuples(of.by, &wanted.place) } else { vec![] };
        match covers(of_place.iter().map(|tuple| period(of, tuple)).collect(), wanted.days) {
            true => Ok(()),
            false => absence.reject(words!(
                "the declarations named do not cover the time asked for",
                "所称的齐全声明没有覆盖所问的期间"
            )),
        }
    }

    /// What a proof says of a declaration.
    fn entry(&self, of: Declared<'_>, args: &[Value], node: &Json) -> Json {
        let columns = &self.program.relation(of.base).columns;
        let place =
            of.places.iter().zip(args).map(|(column, value)| (columns[*column].name.clone(), json!(value.to_string())));
        let mut rest = args[of.places.len()..].iter().map(Value::to_string);
        let mut day = || if of.has_day { rest.next() } else { None };
        let (from, to) = (day(), day());
        let (by, on) = (rest.next(), rest.next());
        json!({
            "relation": self.program.relation(of.base).name, "node": node,
            "place": Json::Object(place.collect::<Map<_, _>>()),
            "from": from, "to": to, "declared_by": by, "on": on,
        })
    }
}

fn period(of: Declared<'_>, args: &[Value]) -> (i64, i64) {
    match (of.has_day, &args[of.places.len()..]) {
        (true, [Value::Date(from), Value::Date(to), ..]) => (from.unix_days(), to.unix_days()),
        _ => (0, 0),
    }
}

/// Whether periods cover every day asked for.
fn covers(periods: Vec<(i64, i64)>, days: Option<(i64, i64)>) -> bool {
    let (from, to) = days.unwrap_or((0, 0));
    joined(periods).iter().any(|(first, last)| *first <= from && to <= *last)
}
