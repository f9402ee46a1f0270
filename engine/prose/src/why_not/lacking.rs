//! A why-not with what comes near to it, followed into the premises that are missing.

use proof::{Behind, Below, Lacking, Nearby, OpenKind, OpenTuple};
use serde_json::{Value as Json, json};
use values::Value;

use super::json::{attempt_json, barrier_json};
use super::near::{gap_json, nearby_json};
use super::text::Teller;
use super::words as say;
use super::{Account, why_not_json};
use crate::fill;
use crate::line::{Line, Shown};
use crate::open::{open_lines, open_tuple_json};
use crate::rules::Rules;
use crate::telling::Telling;

/// That no fact fits the question and for each rule how far it got, what comes nearest to the premise that fails, and in numbered
/// parts why missing premises do not hold in turn. `elements` are told behind the first sentence.
pub(crate) fn lacking_lines(lacking: &[Lacking], elements: Vec<Line>, telling: &Telling<'_>) -> Vec<Line> {
    let mut teller = Teller::new(telling);
    let mut elements = Some(elements).filter(|elements| !elements.is_empty());
    for (number, part) in lacking.iter().enumerate() {
        let mark = if number == 0 { String::new() } else { format!("[{number}] ") };
        if number > 0 {
            teller.out.push(Line::empty());
        }
        if !part.open.is_empty() {
            teller.open(&part.open, &mark, number, telling);
            continue;
        }
        teller.verdict(&part.question, &mark, number);
        if number == 0 {
            teller.not_open(part);
            if let Some(elements) = elements.take() {
                teller.out.push(Line::empty());
                teller.out.extend(elements);
                teller.out.push(Line::empty());
            }
        }
        teller.opening(&part.why_not, &part.question);
        teller.nearby(part.question.relation, &part.question.args, &part.nearby, "  ", 0);
        for (place, (attempt, behind)) in part.why_not.attempts.iter().zip(&part.behind).enumerate() {
            let account = Account::new(attempt, &teller.rules);
            teller.attempt(&account);
            teller.behind(behind, number, &part.behind[..place]);
        }
    }
    teller.out
}

impl Teller<'_> {
    /// What is open about a missing premise.
    fn open(&mut self, open: &[OpenTuple], mark: &str, number: usize, telling: &Telling<'_>) {
        for (place, open) in open.iter().enumerate() {
            if place > 0 {
                self.out.push(Line::empty());
            }
            self.out.extend(open_lines(open, if place == 0 { mark } else { "" }, number, telling));
        }
    }

    /// Of a relation that may be open: that this is not what keeps the fact away.
    fn not_open(&mut self, part: &Lacking) {
        let may_be_open = self.model.program.relations.iter().any(|relation| {
            matches!(&relation.purpose, program::checked::Purpose::Open { of, .. } if *of == part.question.relation)
        });
        if may_be_open {
            self.say(say::NOT_OPEN, &[], "", Shown::Note(0));
        }
    }

    /// What is behind the premise that fails in the part of this number; `before` is what was told in it of other rules.
    fn behind(&mut self, behind: &Behind, number: usize, before: &[Behind]) {
        if let Some(gap) = &behind.gap {
            self.gaps(gap, &behind.gaps, behind.stopped);
        }
        if let Some((question, nearby)) = &behind.missing {
            let is_same = |other: &Behind| {
                let other = other.missing.as_ref().map(|(other, _)| (other.relation, &other.args));
                other == Some((question.relation, &question.args))
            };
            match before.iter().any(is_same) && *nearby != Nearby::default() {
                true => self.line(say::NEAREST_ABOVE.get(self.lang).to_string(), "    ", Shown::Note(2)),
                false => self.nearby(question.relation, &question.args, nearby, "    ", 2),
            }
        }
        let text = match behind.below {
            None => return,
            Some(Below::Deeper) => say::DEEPER,
            Some(Below::At(0)) => say::SEE_ASKED,
            Some(Below::At(place)) if place <= number => say::SEE_ABOVE,
            Some(Below::At(_)) => say::SEE_BELOW,
        };
        let (place, shown) = match behind.below {
            Some(Below::At(place)) => (place, Shown::See { depth: 2, part: place }),
            _ => (0, Shown::Note(2)),
        };
        self.line(fill(text, self.lang, &[("number", &place.to_string())]), "    ", shown);
    }
}

/// The same as one object of the schema `syllogist/why-not/1` (`docs/why-not-1.schema.json`).
pub fn lacking_json(lacking: &[Lacking], telling: &Telling<'_>) -> Json {
    let rules = Rules::new(telling.model, telling.files);
    let Some((asked, below)) = lacking.split_first() else { return Json::Null };
    let mut json = why_not_json(&asked.why_not, &asked.question, telling.model, telling.files);
    json["nearby"] = nearby(asked, &rules, telling);
    json["attempts"] = attempts(asked, &rules, telling);
    let part = |part: &Lacking| {
        let barriers = part.why_not.barriers.iter();
        let open = part.open.iter().map(|open| open_tuple_json(open, &rules, telling.model.program));
        json!({
            "relation": telling.model.program.relation(part.question.relation).name,
            "pattern": part.question.args.iter().map(|value| value.as_ref().map(Value::to_string)).collect::<Vec<_>>(),
            "outcome": outcome_name(part.open.iter().map(|open| open.kind)),
            "open": open.collect::<Vec<_>>(),
            "barriers": barriers.map(|barrier| barrier_json(barrier, &part.question, &rules, telling.model)).collect::<Vec<_>>(),
            "nearby": nearby(part, &rules, telling),
            "attempts": attempts(part, &rules, telling),
        })
    };
    json["below"] = below.iter().map(part).collect::<Vec<_>>().into();
    json
}

/// `conditional` where something open asks for findings alone, `undetermined` where it needs data, `false` where nothing is open.
pub fn outcome_name(open: impl Iterator<Item = OpenKind>) -> &'static str {
    match open.min() {
        Some(OpenKind::Findings) => "conditional",
        Some(OpenKind::Data) => "undetermined",
        None => "false",
    }
}

fn nearby(part: &Lacking, rules: &Rules<'_>, telling: &Telling<'_>) -> Json {
    nearby_json(part.question.relation, &part.nearby, telling.model, rules, telling.locators)
}

fn attempts(part: &Lacking, rules: &Rules<'_>, telling: &Telling<'_>) -> Json {
    let attempts = part.why_not.attempts.iter().zip(&part.behind).map(|(attempt, behind)| {
        let mut json = attempt_json(&Account::new(attempt, rules), rules);
        let model = telling.model;
        let gap = |gap| gap_json(gap, model, rules, telling.locators);
        json["gap"] = behind.gap.as_ref().map(gap).into();
        json["gaps"] = behind.gaps.iter().map(gap).collect::<Vec<_>>().into();
        json["stopped"] = behind.stopped.into();
        json["missing"] = behind
            .missing
            .as_ref()
            .map(|(question, found)| {
                let pattern =
                    question.args.iter().map(|value| value.as_ref().map(Value::to_string)).collect::<Vec<_>>();
                json!({
                    "relation": model.program.relation(question.relation).name, "pattern": pattern,
                    "nearby": nearby_json(question.relation, found, model, rules, telling.locators),
                })
            })
            .into();
        json["below"] = match behind.below {
            None => Json::Null,
            Some(Below::Deeper) => "deeper".into(),
            Some(Below::At(place)) => place.into(),
        };
        json
    });
    attempts.collect::<Vec<_>>().into()
}
