//! What carries a fact, for people.

mod json;
mod words;

use diagnostics::Text;
use proof::{AbsentBeside, Base, GroupBeside, WitnessSet, Witnesses};

use self::words as say;
use crate::fact::{constant, quantity, shortened};
use crate::places::places;
use crate::rules::Rules;
use crate::telling::Telling;
use crate::{fill, plural, safe, wrap};

pub use json::witnesses_json;

/// Records of a group that are told one by one.
const TOLD_OF_GROUP: usize = 5;

/// For each fact the sets of records that give it, smaller ones first, with what is absent and counted up beside them, and then what is in every
/// one. `more`: there are further facts.
pub fn witnesses_text(found: &[Witnesses], more: bool, telling: &Telling<'_>) -> String {
    let mut teller = Teller { telling, rules: Rules::new(telling.model, telling.files), out: String::new() };
    for witnesses in found {
        if !teller.out.is_empty() {
            teller.out.push('\n');
        }
        teller.fact(witnesses);
    }
    if more {
        teller.out.push('\n');
        teller.say(say::MORE_FACTS, &[("count", &found.len().to_string())], "", "");
    }
    teller.out
}

/// What stands in a set.
enum Item<'w> {
    Base(&'w Base),
    Absence(&'w AbsentBeside),
    Group(&'w GroupBeside),
}

struct Teller<'t> {
    telling: &'t Telling<'t>,
    rules: Rules<'t>,
    out: String,
}

impl Teller<'_> {
    fn say(&mut self, text: Text, values: &[(&str, &str)], first: &str, rest: &str) {
        wrap(&mut self.out, &fill(text, self.telling.lang, values), self.telling.width, first, rest);
    }

    fn fact(&mut self, found: &Witnesses) {
        let (relation, args) = &found.fact;
        let fact = shortened(*relation, args.iter().map(Some), self.telling.model.program);
        let count = found.sets.len().to_string();
        let opening = match (found.sets.len(), found.more) {
            (1, false) => say::ONE_SET,
            (_, false) => say::SETS,
            (_, true) => say::FIRST_SETS,
        };
        self.say(opening, &[("fact", &fact), ("count", &count), ("s", plural(found.sets.len() as u64))], "", "  ");
        for (number, set) in found.sets.iter().enumerate() {
            self.out.push('\n');
            self.set(number + 1, set, found);
        }
        self.in_every(found);
        if found.gave_up {
            self.out.push('\n');
            self.say(say::GAVE_UP, &[], "", "  ");
        }
    }

    fn set(&mut self, number: usize, set: &WitnessSet, found: &Witnesses) {
        let bases = set.bases.iter().map(|base| &found.bases[*base]).collect::<Vec<_>>();
        let values = [("number", number.to_string()), ("what", self.counted(&bases))];
        let text = if set.minimal { say::SET } else { say::SET_PERHAPS_LARGE };
        self.say(text, &values.each_ref().map(|(name, value)| (*name, value.as_str())), "", "  ");
        let bases = bases.into_iter().map(Item::Base);
        let beside = set.absences.iter().map(Item::Absence).chain(set.groups.iter().map(Item::Group));
        self.items(bases.chain(beside).collect());
    }

    /// `2 records, 1 fact of the rules`
    fn counted(&self, bases: &[&Base]) -> String {
        let stated = bases.iter().filter(|base| base.places.is_empty()).count();
        let of = |text: Text, count: usize| {
            let values = [("count", count.to_string()), ("s", plural(count as u64).to_string())];
            (count > 0)
                .then(|| fill(text, self.telling.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
        };
        let parts = [of(say::RECORDS, bases.len() - stated), of(say::STATED, stated)];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>();
        if parts.is_empty() {
            say::NOTHING.get(self.telling.lang).to_string()
        } else {
            parts.join(say::LIST.get(self.telling.lang))
        }
    }

    fn items(&mut self, items: Vec<Item<'_>>) {
        let last = items.len();
        for (number, item) in items.into_iter().enumerate() {
            let (first, rest) = if number + 1 == last { ("└ ", "    ") } else { ("├ ", "│   ") };
            match item {
                Item::Base(base) => self.base(base, first, rest),
                Item::Absence(absence) => self.absence(absence, first, rest),
                Item::Group(group) => self.group(group, first, rest),
            }
        }
    }

    /// A record or a fact of the text, and below it where it stands.
    fn base(&mut self, base: &Base, first: &str, rest: &str) {
        let lang = self.telling.lang;
        let fact = shortened(base.relation, base.args.iter().map(Some), self.telling.model.program);
        wrap(&mut self.out, &fact, self.telling.width, first, rest);
        if !base.places.is_empty() {
            wrap(&mut self.out, &places(&base.places, lang), self.telling.width, rest, &format!("{rest}  "));
        }
        if let Some(at) = base.given {
            self.say(crate::text::GIVEN, &[("place", &self.rules.place(at))], rest, &format!("{rest}  "));
        }
    }

    fn absence(&mut self, absence: &AbsentBeside, first: &str, rest: &str) {
        let program = self.telling.model.program;
        let source = self.rules.premise_source(absence.rule, absence.alternative, absence.literal);
        let pattern = shortened(absence.relation, absence.pattern.iter().map(Option::as_ref), program);
        let rule = safe(&self.rules.rule(absence.rule).label);
        // What the law needs besides has no name that people know; the premise as written has.
        let is_declared = program.relation(absence.relation).purpose == program::checked::Purpose::Declared;
        let fact = if is_declared { pattern } else { source.map_or(pattern, |source| safe(&source)) };
        self.say(say::ABSENT, &[("fact", &fact), ("rule", &rule)], first, rest);
    }

    fn group(&mut self, group: &GroupBeside, first: &str, rest: &str) {
        let rule = self.rules.rule(group.rule);
        let variable = |(id, value): &(program::checked::VarId, values::Value)| {
            format!("{} = {}", rule.variables[id.0 as usize].name, constant(value))
        };
        let of = group.group.iter().map(variable).collect::<Vec<_>>().join(say::LIST.get(self.telling.lang));
        let of = if of.is_empty() { of } else { fill(say::OF_GROUP, self.telling.lang, &[("group", &of)]) };
        let (members, records) = (group.members.to_string(), group.bases.len().to_string());
        let values = [
            ("op", group.op),
            ("value", &quantity(&group.value)),
            ("of", &of),
            ("members", &members),
            ("s", plural(group.members as u64)),
            ("records", &records),
            ("rs", plural(group.bases.len() as u64)),
            ("rule", &safe(&rule.label)),
        ];
        self.say(say::GROUP, &values, first, rest);
        let below = format!("{rest}  ");
        group.bases.iter().take(TOLD_OF_GROUP).for_each(|base| self.base(base, rest, &below));
        if let Some(left) = group.bases.len().checked_sub(TOLD_OF_GROUP).filter(|left| *left > 0) {
            self.say(say::MORE_OF_GROUP, &[("count", &left.to_string())], rest, rest);
        }
    }

    fn in_every(&mut self, found: &Witnesses) {
        if found.sets.len() < 2 && !found.more {
            return;
        }
        self.out.push('\n');
        if found.in_every.is_empty() {
            return self.say(say::NONE_IN_EVERY, &[], "", "  ");
        }
        self.say(say::IN_EVERY, &[], "", "  ");
        self.items(found.in_every.iter().map(|base| Item::Base(&found.bases[*base])).collect());
    }
}
