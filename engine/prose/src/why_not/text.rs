//! Why-not as text.

use std::collections::BTreeSet;

use diagnostics::{Files, Lang, Text};
use eval::{Model, Signed};
use program::checked::{AggregateOp, LawRole, LiteralKind, NormId, Program, RelId, Role, Term, VarId};
use proof::{Attempt, Locators, Obstacle, OpenCase, Question, WhyNot};
use values::{Date, Value};

use super::words as say;
use super::{Account, barriers, heading, instance, premise_source, record_files, variables};
use crate::citation::{citation, named};
use crate::fact::{plain, quantity, shortened};
use crate::line::{About, Line, Mark, ReasonKind, Shown, text_of};
use crate::norms;
use crate::rules::{Rules, is_of_the_law};
use crate::telling::Telling;
use crate::{fill, plural};

/// Says that no fact fits the question, and for each rule that could give one how far it got: premises that hold, the first
/// that fails with the values of its variables. Records among the premises are given in full, with their places. Lines have
/// at most `width` columns.
pub fn why_not_text(
    why_not: &WhyNot,
    question: &Question,
    model: &Model<'_>,
    locators: &dyn Locators,
    files: &Files,
    lang: Lang,
    width: usize,
) -> String {
    let mut teller = Teller::new(&Telling { model, locators, files, lang, width });
    teller.verdict(question, "", 0);
    teller.opening(why_not, question);
    for attempt in &why_not.attempts {
        teller.attempt(&Account::new(attempt, &teller.rules));
    }
    text_of(&teller.out, width)
}

/// The rule with its norms and what holds already of its premises, as the beginning of an attempt: the premises whose variables have
/// values, those left out that are open.
pub(crate) fn holding(telling: &Telling<'_>, case: &OpenCase) -> Vec<Line> {
    let OpenCase { rule, alternative, bindings, .. } = case;
    let mut teller = Teller::new(telling);
    let literals = teller.rules.literals(*rule, *alternative);
    let named = named(&teller.rules, *rule, *alternative, telling.lang);
    teller.rule(*rule, *alternative, bindings, named);
    let is_open = |index: u32| {
        let open = |signed: &Signed<'_>| signed.literal.role == Role::Law(LawRole::Open);
        literals.iter().any(|signed| signed.literal.index == index && open(signed))
    };
    let mut told = BTreeSet::new();
    let is_written = |signed: &&Signed<'_>| signed.literal.role != Role::Law(LawRole::NotHeld);
    for signed in literals.iter().filter(is_written).filter(|signed| !is_open(signed.literal.index)) {
        let bound = |id: &VarId| bindings.iter().any(|(known, _)| known == id);
        if variables(&signed.literal.kind).iter().all(bound) && told.insert(signed.literal.index) {
            teller.holds(bindings, signed);
        }
    }
    teller.out
}

/// Before the continuation of a line about the premise that fails.
const CONTINUED: &str = "      ";

pub(super) struct Teller<'m> {
    pub(super) rules: Rules<'m>,
    pub(super) model: &'m Model<'m>,
    pub(super) locators: &'m dyn Locators,
    pub(super) lang: Lang,
    pub(super) out: Vec<Line>,
}

impl<'m> Teller<'m> {
    pub(super) fn new(telling: &Telling<'m>) -> Self {
        let Telling { model, locators, files, lang, .. } = *telling;
        Self { rules: Rules::new(model, files), model, locators, lang, out: Vec::new() }
    }

    /// That it does not hold, with `mark` in front, as the beginning of the part of this number.
    pub(super) fn verdict(&mut self, question: &Question, mark: &str, part: usize) {
        let fact = self.pattern(question);
        let text = if question.args.contains(&None) { say::NOTHING_FITS } else { say::DOES_NOT_HOLD };
        let sentence = fill(text, self.lang, &[("fact", &fact)]);
        let step = Mark { part: Some(part), ..Mark::new(0, ReasonKind::Lacking, sentence.clone()) };
        self.out.push(Line::new(format!("{mark}{sentence}"), ["", "  "], Shown::Step(step)));
    }

    pub(super) fn pattern(&self, question: &Question) -> String {
        shortened(question.relation, question.args.iter().map(Option::as_ref), self.model.program)
    }

    pub(super) fn opening(&mut self, why_not: &WhyNot, question: &Question) {
        let relation = &self.model.program.relation(question.relation).name;
        let (count, s) = counted(self.model.relation(question.relation).facts());
        if why_not.attempts.is_empty() {
            self.say(say::NO_RULE, &[("relation", relation)], "", Shown::Note(0));
        }
        let files = record_files(question.relation, self.model);
        if !files.is_empty() {
            let files = files.join(say::LIST.get(self.lang));
            let values = [("relation", relation.as_str()), ("count", &count), ("s", s), ("files", &files)];
            self.say(say::RECORDS, &values, "", Shown::Note(0));
        }
        for barrier in &why_not.barriers {
            let sentence = barriers::sentence(barrier, question, self.model, &self.rules, self.lang);
            self.out.push(Line::new(sentence, ["", "  "], Shown::Note(0)));
        }
        if !why_not.attempts.is_empty() {
            let mut rules = why_not.attempts.iter().map(|attempt| attempt.rule).collect::<Vec<_>>();
            rules.dedup();
            let (count, s) = counted(rules.len() as u64);
            self.say(say::ATTEMPTS, &[("count", &count), ("s", s)], "", Shown::Not);
        }
    }

    pub(super) fn attempt(&mut self, account: &Account<'_>) {
        self.out.push(Line::empty());
        let Attempt { rule, alternative, bindings, .. } = account.attempt;
        self.rule(*rule, *alternative, bindings, heading(account, &self.rules, self.lang));
        let mut told = BTreeSet::new();
        for signed in &account.holding {
            if !is_of_the_law(signed) && !matches!(signed.literal.role, Role::InForce(_))
                || told.insert(signed.literal.index)
            {
                self.holds(bindings, signed);
            }
        }
        let rule = self.rules.rule(account.attempt.rule);
        match (account.attempt.obstacle, account.failing) {
            (Obstacle::GaveUp, _) => return self.fails(say::GAVE_UP, None),
            (Obstacle::Nothing, _) => self.fails(say::NOTHING, None),
            (_, Some(failing)) if failing.literal.role == Role::Law(LawRole::Precedence) => {
                return self.fails(say::NOT_PREVAILING, None);
            }
            (_, Some(failing)) => self.fails(say::FAILS, Some(premise_source(failing, &self.rules))),
            (_, None) => {
                let heads = rule.heads.iter().map(|head| self.rules.source(head.span));
                self.fails(say::HEAD, Some(heads.collect::<Vec<_>>().join(", ")));
            }
        }
        self.values(account);
        self.aggregate(account);
        self.searched(account);
    }

    /// What stands in the way: of a premise that alone.
    fn fails(&mut self, text: Text, premise: Option<String>) {
        let told = fill(text, self.lang, &[("premise", premise.as_deref().unwrap_or_default())]);
        let said = premise.unwrap_or_else(|| told.clone());
        let step = Mark::new(2, ReasonKind::Fails, said);
        self.out.push(Line::new(told, ["└ ", CONTINUED], Shown::Step(step)));
    }

    /// The rule, then its norms; `heading` says in a few words what is told of it.
    fn rule(&mut self, rule: usize, alternative: u32, bindings: &[(VarId, Value)], heading: String) {
        let cited = citation(&self.rules, rule, alternative, self.lang);
        let literals = self.rules.literals(rule, alternative).iter();
        let in_force = literals.filter_map(|signed| in_force(signed, bindings, self.model.program));
        let in_force = in_force.map(|(norm, version, _)| (norm, version)).collect::<Vec<_>>();
        let written = self.rules.rule(rule);
        let versions = norms::versions(written, &in_force, self.model.program);
        let about = About::Rule { rule, norms: versions, bindings: bindings.to_vec() };
        let step = Mark::new(1, ReasonKind::Attempt, heading).about(about);
        self.out.push(Line::new(cited, ["", "  "], Shown::Step(step)));
        let lines = norms::lines(written, &in_force, self.model.program, self.lang);
        self.out.extend(lines.into_iter().map(|line| Line::new(line, ["│ ", "│   "], Shown::Not)));
    }

    /// A premise that holds: the fact that fulfils it where that has a place of its own, otherwise the premise.
    fn holds(&mut self, bindings: &[(VarId, Value)], signed: &Signed<'_>) {
        if signed.literal.role == Role::Law(LawRole::Precedence) {
            // What the rule claims; its premises are told where they fail.
            return;
        }
        if let LiteralKind::Atom(atom) = &signed.literal.kind
            && signed.positive
            && let Some(pattern) = instance::pattern(atom, bindings)
            && let Some(found) = instance::find(atom.relation, &pattern, self.model)
            && let Some(place) = self.place(atom.relation, found.row)
        {
            let fact = self.fact(atom.relation, &found.values);
            self.held(fact, About::row(self.model, atom.relation, found.row));
            return self.out.push(Line::new(place, ["│     ", "│       "], Shown::Note(2)));
        }
        let program = self.model.program;
        let premise = match in_force(signed, bindings, program) {
            Some((norm, version, day)) => norms::in_force(&program.norm(norm).versions[version], day, self.lang),
            None => self.instance(bindings, signed).unwrap_or_else(|| premise_source(signed, &self.rules)),
        };
        self.held(premise, About::Words);
    }

    fn held(&mut self, premise: String, about: About) {
        let told = fill(say::HOLDS, self.lang, &[("premise", &premise)]);
        let step = Mark::new(2, ReasonKind::Holds, premise).about(about);
        self.out.push(Line::new(told, ["│ ", "│   "], Shown::Step(step)));
    }

    pub(super) fn fact(&self, relation: RelId, values: &[Value]) -> String {
        shortened(relation, values.iter().map(Some), self.model.program)
    }

    /// A premise with values put in, where it is an atom without computations.
    fn instance(&self, bindings: &[(VarId, Value)], signed: &Signed<'_>) -> Option<String> {
        let LiteralKind::Atom(atom) = &signed.literal.kind else { return None };
        let pattern = instance::pattern(atom, bindings)?;
        let fact = shortened(atom.relation, pattern.iter().map(Option::as_ref), self.model.program);
        Some(match (signed.positive, &signed.literal.role) {
            (true, _) => fact,
            (false, Role::Law(_)) => fill(say::ABSENT, self.lang, &[("fact", &fact)]),
            (false, _) => format!("!{fact}"),
        })
    }

    fn values(&mut self, account: &Account<'_>) {
        let variables = &self.rules.rule(account.attempt.rule).variables;
        let entry = |(id, value): &(VarId, Value)| format!("{} = {}", variables[id.0 as usize].name, plain(value));
        let values = account.values.iter().map(entry).collect::<Vec<_>>().join(say::VALUES.get(self.lang));
        if !values.is_empty() {
            self.say(say::WITH, &[("values", &values)], "    ", Shown::Note(2));
        }
    }

    /// What the aggregate of the failing premise really is.
    fn aggregate(&mut self, account: &Account<'_>) {
        let Some((op, value)) = account.aggregate() else { return };
        let text = match op {
            AggregateOp::Count => say::COUNT_IS,
            AggregateOp::Sum => say::SUM_IS,
            AggregateOp::Min => say::LEAST_IS,
            AggregateOp::Max => say::GREATEST_IS,
            AggregateOp::Mean => say::MEAN_IS,
        };
        self.say(text, &[("value", &quantity(value))], "    ", Shown::Note(2));
    }

    /// What an atom that fails looked for, or met.
    fn searched(&mut self, account: &Account<'_>) {
        let role = account.failing.map(|signed| &signed.literal.role);
        match role {
            Some(Role::Law(LawRole::Complete)) => return self.say(say::NOT_COMPLETE, &[], "    ", Shown::Note(2)),
            Some(Role::Law(LawRole::NotOpen)) => return self.say(say::MAYBE, &[], "    ", Shown::Note(2)),
            Some(Role::InForce(norm)) => {
                for version in &self.model.program.norm(*norm).versions {
                    let version = norms::version(version, self.lang);
                    self.say(say::NOT_IN_FORCE, &[("version", &version)], "    ", Shown::Note(2));
                }
                return;
            }
            _ => {}
        }
        let Some((atom, pattern)) = account.pattern() else { return };
        let program = self.model.program;
        if account.failing.is_some_and(|signed| signed.positive) {
            let fact = shortened(atom.relation, pattern.iter().map(Option::as_ref), program);
            let (count, s) = counted(self.model.relation(atom.relation).facts());
            let relation = &program.relation(atom.relation).name;
            let text = match count.as_str() {
                "0" => say::NO_FACTS,
                "1" => say::NOT_THE_ONLY,
                _ => say::NO_FACT,
            };
            let values = [("count", count.as_str()), ("s", s), ("relation", relation), ("fact", &fact)];
            self.say(text, &values, "    ", Shown::Note(2));
        } else if let Some(found) = instance::find(atom.relation, &pattern, self.model) {
            let fact = self.fact(atom.relation, &found.values);
            let told = fill(say::THERE_IS, self.lang, &[("fact", &fact)]);
            let about = About::row(self.model, atom.relation, found.row);
            let step = Mark::new(3, ReasonKind::Ground, fact).about(about);
            self.out.push(Line::new(told, ["    ", CONTINUED], Shown::Step(step)));
            self.ground(atom.relation, &found, "      ", 3);
        }
    }

    /// A line of its own below a premise.
    pub(super) fn line(&mut self, text: String, first: &str, shown: Shown) {
        let rest = " ".repeat(first.len() + 2);
        self.out.push(Line::new(text, [first, &rest], shown));
    }

    pub(super) fn say(&mut self, text: Text, values: &[(&str, &str)], first: &str, shown: Shown) {
        let rest = if first.is_empty() { "  " } else { CONTINUED };
        self.out.push(Line::new(fill(text, self.lang, values), [first, rest], shown));
    }
}

/// The version of a norm in force on the day that a literal compares with its time.
fn in_force(signed: &Signed<'_>, bindings: &[(VarId, Value)], program: &Program) -> Option<(NormId, usize, Date)> {
    let Role::InForce(norm) = signed.literal.role else { return None };
    let mut days = signed.literal.kind.terms().into_iter().filter_map(|term| match term {
        Term::Variable(id) => bindings.iter().find(|(known, _)| known == id).map(|(_, value)| value),
        _ => None,
    });
    let Some(Value::Date(day)) = days.next() else { return None };
    let version = program.norm(norm).version_on(*day)?;
    Some((norm, version, *day))
}

fn counted(count: u64) -> (String, &'static str) {
    (count.to_string(), plural(count))
}
