//! Which of two conclusions that exclude each other prevails.

use program::checked::{NormVersion, PrecedenceForm, Program, Rank};
use values::{Date, Value};

/// The norm version that a rule rests on: of the first norm that it cites the one in force on the rule's day.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    pub rank: Option<Rank>,
    pub from: Option<Date>,
}

/// Which of two claims prevails.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    First,
    Second,
    Refer,
}

/// The standings that a rule may have where its first norm must be in force on these days; `days` is `None` where it names no day.
pub fn standings(program: &Program, rule: usize, days: Option<&[&Value]>) -> Vec<Standing> {
    let Some(cited) = program.rules[rule].cites.first() else { return vec![Standing::default()] };
    let versions = &program.norm(*cited).versions;
    let Some(days) = days else {
        let rank = versions.first().and_then(|version| version.rank);
        let rank = rank.filter(|rank| versions.iter().all(|version| version.rank == Some(*rank)));
        let from = versions.first().filter(|_| versions.len() == 1).map(|version| version.in_force.from);
        return vec![Standing { rank, from }];
    };
    let holds = |version: &&NormVersion, day: &Value| {
        Value::Date(version.in_force.from) <= *day && version.in_force.to.is_none_or(|to| *day <= Value::Date(to))
    };
    let in_force = versions.iter().filter(|version| days.iter().all(|day| holds(version, day)));
    in_force.map(|version| Standing { rank: version.rank, from: Some(version.in_force.from) }).collect()
}

/// Overriding, then the special rule unless the general one is newer, then rank, then the later day. Rules are numbers in the program.
pub fn verdict(program: &Program, (rule, one): (usize, &Standing), (over, other): (usize, &Standing)) -> Verdict {
    let says = |from: usize, of: usize, form: PrecedenceForm| {
        let precedences = &program.rules[from].precedences;
        precedences.iter().any(|precedence| precedence.over == of && precedence.form == form)
    };
    if says(rule, over, PrecedenceForm::Overrides) {
        return Verdict::First;
    }
    if says(over, rule, PrecedenceForm::Overrides) {
        return Verdict::Second;
    }
    let newer = |a: &Standing, b: &Standing| matches!((a.from, b.from), (Some(a), Some(b)) if a > b);
    if says(rule, over, PrecedenceForm::Special) {
        return if newer(other, one) { Verdict::Refer } else { Verdict::First };
    }
    if says(over, rule, PrecedenceForm::Special) {
        return if newer(one, other) { Verdict::Refer } else { Verdict::Second };
    }
    let (Some(a), Some(b)) = (one.rank, other.rank) else { return Verdict::Refer };
    match () {
        () if a.is_above(b) => Verdict::First,
        () if b.is_above(a) => Verdict::Second,
        () if a == b && newer(one, other) => Verdict::First,
        () if a == b && newer(other, one) => Verdict::Second,
        () => Verdict::Refer,
    }
}
