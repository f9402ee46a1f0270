//! What the candidates of a model lack, as a list of work: in words and as JSON.

mod words;

use eval::Model;
use program::checked::{Beneath, LawRole, LiteralKind, Program, RelId, Role};
use proof::{Group, Lack, Missing, Openness, Standing};
use serde_json::{Value as Json, json};
use values::Value;

use self::words as say;
use crate::citation::citation;
use crate::fact::{safe, shortened};
use crate::json::rule_json;
use crate::rules::Rules;
use crate::telling::Telling;
use crate::why_not::{premise_source, record_files};
use crate::{fill, plural, wrap};

/// Examples of a group that are shown.
const EXAMPLES_SHOWN: usize = 3;

/// How many candidates lack what: those that lack one thing first. At most `groups` groups.
pub fn missing_text(missing: &Missing, written: &Program, groups: usize, telling: &Telling<'_>) -> String {
    let teller = Teller { rules: Rules::new(telling.model, telling.files), written, telling, missing };
    let mut out = String::new();
    teller.opening(&mut out);
    for group in missing.groups.iter().take(groups) {
        out.push('\n');
        teller.group(&mut out, group);
    }
    let rest = missing.groups.iter().skip(groups);
    let (more, candidates) = rest.fold((0, 0), |(more, candidates), group| (more + 1, candidates + group.count));
    if more > 0 {
        let values = [("more", more.to_string()), ("s", plural(more).to_string()), ("count", candidates.to_string())];
        out.push('\n');
        teller.say(&mut out, "", &fill(say::MORE, telling.lang, &filled(&values)));
    }
    out
}

fn filled<'v, const N: usize>(values: &'v [(&'v str, String); N]) -> [(&'v str, &'v str); N] {
    values.each_ref().map(|(name, value)| (*name, value.as_str()))
}

struct Teller<'m> {
    rules: Rules<'m>,
    written: &'m Program,
    telling: &'m Telling<'m>,
    missing: &'m Missing,
}

impl Teller<'_> {
    fn say(&self, out: &mut String, first: &str, text: &str) {
        wrap(out, text, self.telling.width, first, &" ".repeat(first.chars().count() + 2));
    }

    fn opening(&self, out: &mut String) {
        let declared = self.written.model(self.missing.model);
        let Missing { candidates, clues, unfinished, .. } = self.missing;
        let values = [
            ("model", safe(&declared.name)),
            ("title", safe(&declared.title)),
            ("candidates", candidates.to_string()),
            ("s", plural(*candidates as u64).to_string()),
            ("clues", clues.to_string()),
            ("rest", (candidates - clues).to_string()),
        ];
        self.say(out, "", &fill(say::OPENING, self.telling.lang, &filled(&values)));
        if *unfinished > 0 {
            let text = fill(say::UNFINISHED, self.telling.lang, &[("count", &unfinished.to_string())]);
            self.say(out, "", &text);
        }
    }

    fn group(&self, out: &mut String, group: &Group) {
        let lang = self.telling.lang;
        let heading = match (group.standing, group.lacks.len()) {
            (Standing::Conditional, 1) => say::CONDITIONAL_ONE,
            (Standing::Conditional, _) => say::CONDITIONAL,
            (Standing::Undetermined, 1) => say::UNDETERMINED_ONE,
            (Standing::Undetermined, _) => say::UNDETERMINED,
            (_, 0) => say::NOTHING,
            (_, 1) => say::ONE,
            _ => say::SEVERAL,
        };
        // `1 lacks`, `2 lack`
        let s = if group.count == 1 { "s" } else { "" };
        let values =
            [("count", group.count.to_string()), ("number", group.lacks.len().to_string()), ("s", s.to_string())];
        self.say(out, "", &fill(heading, lang, &filled(&values)));
        for lack in &group.lacks {
            let (what, which) = self.lack(lack);
            self.say(out, "  - ", &what);
            which.into_iter().for_each(|line| self.say(out, "    ", &line));
        }
        let shown = group.examples.iter().take(EXAMPLES_SHOWN).map(|example| self.candidate(example));
        let mut shown = shown.collect::<Vec<_>>();
        if group.count > shown.len() {
            shown.push("…".to_string());
        }
        self.say(out, "  ", &shown.join(say::EXAMPLES.get(lang)));
    }

    fn candidate(&self, key: &[Value]) -> String {
        let Some(candidate) = &self.written.model(self.missing.model).candidate else { return String::new() };
        let mut values = vec![None; self.written.relation(candidate.relation).columns.len()];
        for (column, value) in self.missing.columns.iter().zip(key) {
            values[*column] = Some(value.clone());
        }
        shortened(candidate.relation, values.iter().map(Option::as_ref), self.written)
    }

    /// What is lacking, then to which element and rule it belongs.
    fn lack(&self, lack: &Lack) -> (String, Vec<String>) {
        let (model, lang) = (self.telling.model, self.telling.lang);
        let relation = lack.relation(model);
        let name = relation.map(|relation| safe(&model.program.relation(relation).name)).unwrap_or_default();
        let mut values = vec![("relation", name)];
        let text = match lack {
            Lack::Open { reason, relation, .. } => {
                values.push(("asked", safe(&model.program.relation(*relation).name)));
                match reason {
                    Openness::NoFinding => say::NO_FINDING,
                    Openness::Contradiction => say::CONTRADICTION,
                    Openness::Expected => say::EXPECTED,
                    Openness::Incomplete => say::INCOMPLETE,
                }
            }
            Lack::Premise { .. } => {
                values.push(("premise", self.premise(lack).unwrap_or_default()));
                match kind(lack, model) {
                    Kind::Missing => say::MISSING,
                    Kind::InTheWay => say::IN_THE_WAY,
                    Kind::NotComplete => say::NOT_COMPLETE,
                    Kind::NotPrevailing => say::NOT_PREVAILING,
                    Kind::NotInForce => say::NOT_IN_FORCE,
                    Kind::Condition => say::CONDITION,
                    Kind::Head => say::HEAD,
                }
            }
        };
        let values = values.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        let mut what = fill(text, lang, &values);
        let files = relation.map(|relation| sources(relation, model)).unwrap_or_default();
        if !files.is_empty() {
            let files = files.iter().map(|file| safe(file)).collect::<Vec<_>>().join(say::LIST.get(lang));
            what += &fill(say::FILES, lang, &[("files", &files)]);
        }
        (what, self.place(lack))
    }

    fn premise(&self, lack: &Lack) -> Option<String> {
        let Lack::Premise { clause, literal, .. } = lack else { return None };
        let signed = self.telling.model.clauses[*clause].literals.get((*literal)?)?;
        Some(premise_source(signed, &self.rules))
    }

    /// The element that is not met for it; the rule, with the premise.
    fn place(&self, lack: &Lack) -> Vec<String> {
        let Lack::Premise { element, clause, .. } = lack else { return Vec::new() };
        let lang = self.telling.lang;
        let mut lines = Vec::new();
        if let Some(element) = element {
            let declared = &self.written.model(element.model).elements[element.element as usize];
            let values = [("key", safe(&declared.key)), ("text", safe(&declared.text))];
            lines.push(fill(say::ELEMENT, lang, &filled(&values)));
        }
        let clause = &self.telling.model.clauses[*clause];
        let rule = citation(&self.rules, clause.rule, clause.alternative, lang);
        lines.push(match self.premise(lack) {
            Some(premise) if kind(lack, self.telling.model) != Kind::Condition => {
                fill(say::RULE, lang, &[("rule", &rule), ("premise", &premise)])
            }
            _ => rule,
        });
        lines
    }
}

/// What fails of a premise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Missing,
    InTheWay,
    NotComplete,
    NotPrevailing,
    NotInForce,
    Condition,
    Head,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Missing => "missing",
            Kind::InTheWay => "in the way",
            Kind::NotComplete => "not complete",
            Kind::NotPrevailing => "not prevailing",
            Kind::NotInForce => "not in force",
            Kind::Condition => "condition",
            Kind::Head => "head",
        }
    }
}

fn kind(lack: &Lack, model: &Model<'_>) -> Kind {
    let Lack::Premise { clause, literal: Some(literal), .. } = lack else { return Kind::Head };
    let Some(signed) = model.clauses[*clause].literals.get(*literal) else { return Kind::Head };
    match (&signed.literal.role, &signed.literal.kind) {
        (Role::Law(LawRole::Precedence), _) => Kind::NotPrevailing,
        (Role::Law(LawRole::Complete | LawRole::NotOpen), _) => Kind::NotComplete,
        (Role::InForce(_), _) => Kind::NotInForce,
        (_, LiteralKind::Atom(_)) if signed.positive => Kind::Missing,
        (_, LiteralKind::Atom(_)) => Kind::InTheWay,
        _ => Kind::Condition,
    }
}

/// The files whose records fill a relation, or those below it whose records decide.
fn sources(relation: RelId, model: &Model<'_>) -> Vec<String> {
    let own = record_files(relation, model);
    if !own.is_empty() {
        return own;
    }
    let below = Beneath::of(model.program).all(relation);
    let mut files = below.into_iter().flat_map(|relation| record_files(relation, model)).collect::<Vec<_>>();
    files.sort();
    files.dedup();
    files
}

/// The same as one object: part of the schema `syllogist/missing/1` (`docs/missing-1.schema.json`).
pub fn missing_json(missing: &Missing, written: &Program, telling: &Telling<'_>) -> Json {
    let teller = Teller { rules: Rules::new(telling.model, telling.files), written, telling, missing };
    let declared = written.model(missing.model);
    let candidate = declared.candidate.as_ref().map(|candidate| {
        let relation = written.relation(candidate.relation);
        let column = |column: &usize| {
            let column = &relation.columns[*column];
            json!({"name": column.name, "type": column.primitive.name()})
        };
        json!({"relation": relation.name, "columns": missing.columns.iter().map(column).collect::<Vec<_>>()})
    });
    let count = |standing: Standing| {
        missing.groups.iter().filter(|group| group.standing == standing).map(|group| group.count).sum::<usize>()
    };
    json!({
        "model": declared.name, "title": declared.title, "candidate": candidate,
        "candidates": missing.candidates, "clues": missing.clues, "none": count(Standing::None),
        "conditional": count(Standing::Conditional), "undetermined": count(Standing::Undetermined),
        "unfinished": missing.unfinished,
        "groups": missing.groups.iter().map(|group| teller.group_json(group)).collect::<Vec<_>>(),
    })
}

impl Teller<'_> {
    fn group_json(&self, group: &Group) -> Json {
        let standing = match group.standing {
            Standing::Conditional => "conditional",
            Standing::Undetermined => "undetermined",
            Standing::None | Standing::Clue(_) => "none",
        };
        let strings = |values: &Vec<Value>| values.iter().map(Value::to_string).collect::<Vec<_>>();
        json!({
            "standing": standing, "count": group.count,
            "lacks": group.lacks.iter().map(|lack| self.lack_json(lack)).collect::<Vec<_>>(),
            "examples": group.examples.iter().map(strings).collect::<Vec<_>>(),
        })
    }

    fn lack_json(&self, lack: &Lack) -> Json {
        let model = self.telling.model;
        let relation = lack.relation(model);
        let files = relation.map(|relation| sources(relation, model)).unwrap_or_default();
        let name = |relation: RelId| model.program.relation(relation).name.clone();
        match lack {
            Lack::Open { relation: asked, reason, .. } => {
                let reason = match reason {
                    Openness::NoFinding => "finding",
                    Openness::Contradiction => "contradiction",
                    Openness::Expected => "expected",
                    Openness::Incomplete => "incomplete",
                };
                json!({"kind": "open", "reason": reason, "asked": name(*asked), "relation": relation.map(name), "files": files})
            }
            Lack::Premise { element, clause, .. } => {
                let element = element.map(|element| {
                    let declared = &self.written.model(element.model).elements[element.element as usize];
                    json!({"key": declared.key, "text": declared.text})
                });
                let clause = &model.clauses[*clause];
                json!({
                    "kind": kind(lack, model).name(), "relation": relation.map(name), "files": files, "element": element,
                    "rule": rule_json(&self.rules, clause.rule, clause.alternative), "premise": self.premise(lack),
                })
            }
        }
    }
}
