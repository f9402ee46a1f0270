//! What comes near to a premise that fails, in words and as JSON.

use diagnostics::Lang;
use eval::{Model, Origin};
use program::checked::RelId;
use proof::{Difference, Distance, Gap, Locators, NearMiss, Nearby};
use serde_json::{Value as Json, json};
use values::Value;

use super::instance::Instance;
use super::text::Teller;
use super::words as say;
use crate::fact::{plain, quantity};
use crate::json::source_json;
use crate::line::{About, Line, Mark, ReasonKind, Shown};
use crate::rules::Rules;
use crate::{fill, plural};

/// `3 days`, `19.5`, `1 character`; `None` where there is no measure.
fn distance(distance: &Distance, lang: Lang) -> Option<String> {
    let counted = |text, count: u64| fill(text, lang, &[("count", &count.to_string()), ("s", plural(count))]);
    match distance {
        Distance::Days(days) => Some(counted(say::DAYS, *days)),
        Distance::Characters(count) => Some(counted(say::CHARACTERS, *count as u64)),
        Distance::Amount(amount) => Some(quantity(amount)),
        Distance::Other => None,
    }
}

/// `3 >= 20 fails by 17`
fn gap_text(gap: &Gap, lang: Lang) -> String {
    let (left, right) = (quantity(&gap.left), quantity(&gap.right));
    let by = distance(&gap.distance, lang);
    let text = match &by {
        _ if gap.distance.is_zero() => say::BOTH_ARE,
        Some(_) => say::FAILS_BY,
        None => say::SAYS_FAILS,
    };
    let by = by.unwrap_or_default();
    fill(text, lang, &[("left", &left), ("op", gap.op.symbol()), ("right", &right), ("distance", &by)])
}

impl Teller<'_> {
    /// By how much a comparison fails, and for which facts by least where that is not what has been told.
    pub(super) fn gaps(&mut self, gap: &Gap, gaps: &[Gap], stopped: bool) {
        self.line(gap_text(gap, self.lang), "    ", Shown::Note(2));
        let is_told = |near: &Gap| (&near.left, &near.right) == (&gap.left, &gap.right);
        if gaps.iter().all(is_told) {
            return;
        }
        self.line(say::NEAREST.get(self.lang).to_string(), "    ", Shown::Not);
        gaps.iter().for_each(|near| self.near_gap(near));
        self.stopped(stopped, "    ", 2);
    }

    fn near_gap(&mut self, near: &Gap) {
        let told = near.facts.iter().map(|(relation, row)| self.fact(*relation, &self.model.values(*relation, *row)));
        let told = told.collect::<Vec<_>>();
        let facts = told.join(say::GROUNDS.get(self.lang));
        let gap = gap_text(near, self.lang);
        let text = if facts.is_empty() {
            gap.clone()
        } else {
            fill(say::NEAR_GAP, self.lang, &[("gap", &gap), ("facts", &facts)])
        };
        self.line(text, "    - ", Shown::Step(Mark::new(3, ReasonKind::Near, gap)));
        for ((relation, row), fact) in near.facts.iter().zip(told) {
            let about = About::row(self.model, *relation, Some(*row));
            self.out.push(Line::unwritten(Mark::new(4, ReasonKind::Ground, fact).about(about)));
            let place = self.place(*relation, Some(*row));
            place.into_iter().for_each(|place| self.line(place, "      ", Shown::Note(4)));
        }
    }

    /// What a relation holds near a tuple that it lacks, below the last step of this depth; lines begin with `indent`.
    pub(super) fn nearby(
        &mut self,
        relation: RelId,
        pattern: &[Option<Value>],
        nearby: &Nearby,
        indent: &str,
        depth: usize,
    ) {
        let declared = self.model.program.relation(relation);
        for unseen in &nearby.unseen {
            let column = &declared.columns[unseen.column].name;
            let value = pattern[unseen.column].as_ref().map(plain).unwrap_or_default();
            let nearest = unseen.nearest.as_ref();
            // The first fact shows it anyway.
            let is_shown =
                |nearest: &&Value| nearby.facts.first().is_some_and(|fact| fact.args[unseen.column] == **nearest);
            let nearest = nearest.filter(|nearest| !is_shown(nearest)).map(plain);
            let text = if nearest.is_some() { say::UNSEEN_NEAREST } else { say::UNSEEN };
            let nearest = nearest.unwrap_or_default();
            let values =
                [("value", value.as_str()), ("relation", &declared.name), ("column", column), ("nearest", &nearest)];
            self.line(fill(text, self.lang, &values), indent, Shown::Note(depth));
        }
        if !nearby.facts.is_empty() {
            self.line(say::NEAREST.get(self.lang).to_string(), indent, Shown::Not);
        }
        for near in &nearby.facts {
            let differences = near.differences.iter().map(|difference| self.difference(relation, near, difference));
            let differences = differences.collect::<Vec<_>>().join(say::GROUNDS.get(self.lang));
            let fact = self.fact(relation, &near.args);
            let text = fill(say::NEAR_FACT, self.lang, &[("fact", &fact), ("differences", &differences)]);
            let about = About::row(self.model, relation, Some(near.row));
            let step = Mark { note: Some(differences), ..Mark::new(depth + 1, ReasonKind::Near, fact) };
            self.line(text, &format!("{indent}- "), Shown::Step(step.about(about)));
            let found = Instance { values: near.args.clone(), row: Some(near.row) };
            self.ground(relation, &found, &format!("{indent}  "), depth + 1);
        }
        self.stopped(nearby.stopped, indent, depth);
    }

    fn difference(&self, relation: RelId, near: &NearMiss, difference: &Difference) -> String {
        let column = &self.model.program.relation(relation).columns[difference.column].name;
        let (found, wanted) = (plain(&near.args[difference.column]), plain(&difference.wanted));
        let distance = distance(&difference.distance, self.lang);
        let text = if distance.is_some() { say::DIFFERS_BY } else { say::DIFFERS };
        let distance = distance.unwrap_or_default();
        let values = [("column", column.as_str()), ("found", &found), ("wanted", &wanted), ("distance", &distance)];
        fill(text, self.lang, &values)
    }

    fn stopped(&mut self, stopped: bool, indent: &str, depth: usize) {
        if stopped {
            self.line(say::STOPPED.get(self.lang).to_string(), indent, Shown::Note(depth));
        }
    }
}

fn distance_json(distance: &Distance) -> Json {
    match distance {
        Distance::Days(days) => json!({"measure": "days", "value": days.to_string()}),
        Distance::Amount(amount) => json!({"measure": "amount", "value": amount.to_string()}),
        Distance::Characters(count) => json!({"measure": "characters", "value": count.to_string()}),
        Distance::Other => Json::Null,
    }
}

pub(super) fn gap_json(gap: &Gap, model: &Model<'_>, rules: &Rules<'_>, locators: &dyn Locators) -> Json {
    let fact = |(relation, row): &(RelId, u32)| fact_json(*relation, *row, model, rules, locators);
    json!({
        "op": gap.op.symbol(), "left": gap.left.to_string(), "right": gap.right.to_string(),
        "distance": distance_json(&gap.distance), "facts": gap.facts.iter().map(fact).collect::<Vec<_>>(),
    })
}

pub(super) fn nearby_json(
    relation: RelId,
    nearby: &Nearby,
    model: &Model<'_>,
    rules: &Rules<'_>,
    locators: &dyn Locators,
) -> Json {
    let columns = &model.program.relation(relation).columns;
    let unseen = nearby.unseen.iter().map(|unseen| {
        json!({"column": columns[unseen.column].name, "nearest": unseen.nearest.as_ref().map(Value::to_string)})
    });
    let facts = nearby.facts.iter().map(|near| {
        let difference = |difference: &Difference| {
            json!({
                "column": columns[difference.column].name, "wanted": difference.wanted.to_string(),
                "found": near.args[difference.column].to_string(), "distance": distance_json(&difference.distance),
            })
        };
        let mut fact = fact_json(relation, near.row, model, rules, locators);
        fact["differences"] = near.differences.iter().map(difference).collect::<Vec<_>>().into();
        fact
    });
    json!({"unseen": unseen.collect::<Vec<_>>(), "facts": facts.collect::<Vec<_>>(), "stopped": nearby.stopped})
}

/// A fact with the places of its record, or its place in the rules.
fn fact_json(relation: RelId, row: u32, model: &Model<'_>, rules: &Rules<'_>, locators: &dyn Locators) -> Json {
    let args = model.values(relation, row).iter().map(Value::to_string).collect::<Vec<_>>();
    let mut fact = json!({"relation": model.program.relation(relation).name, "args": args});
    match model.origin(relation, row) {
        Origin::Record(number) => {
            fact["sources"] = locators.places(relation, number).iter().map(source_json).collect::<Vec<_>>().into();
        }
        Origin::Given(given) => {
            let span = model.program.facts[given].span;
            fact["at"] = json!({"file": rules.file(span), "line": rules.line(span)});
        }
        Origin::Derived { .. } | Origin::Implied { .. } | Origin::Repeated { .. } => {}
    }
    fact
}
