//! What rests on a record, and what would change, for people.

use diagnostics::{Lang, Text};
use eval::Model;
use ledger::clue_id;
use program::checked::{Grade, Program};
use proof::{RecordPlace, Resting, Standing};
use prose::{fill, place_list, plural, wrap};

use super::changes::{Candidate, Changes, Fact};
use super::locate::Located;
use crate::clue::clue;

/// Columns of a line.
const WIDTH: usize = 80;

/// The records, then what rests on them.
pub fn resting(located: &[Located], found: &[Resting], model: &Model<'_>, limit: usize, lang: Lang) -> String {
    let mut told = Told { program: model.program, limit, lang, out: String::new() };
    told.records(located, Text { en: "{place}", zh: "{place}" });
    let of = |wanted: Option<bool>| found.iter().filter(|one| one.in_every == wanted).collect::<Vec<_>>();
    let shown = |one: &&Resting| {
        let grade = clue(model, one.relation, &one.args).map(|clue| clue.grade);
        told_fact(&(one.relation, one.args.clone()), grade, model.program, lang)
    };
    let parts = [
        (
            of(Some(true)),
            Text { en: "rest on it in every derivation: {count}", zh: "任何推导都以其为依据：{count} 个" },
        ),
        (
            of(Some(false)),
            Text {
                en: "rest on it in their derivation, but can be derived without it: {count}",
                zh: "推导以其为依据，但没有它也能推导：{count} 个",
            },
        ),
        (
            of(None),
            Text {
                en: "rest on it in their derivation; they have too many to look at all: {count}",
                zh: "推导以其为依据，推导过多，未能全部查看：{count} 个",
            },
        ),
    ];
    if found.is_empty() {
        told.line(Text { en: "no clue rests on it", zh: "没有线索以其为依据" }, &[]);
    }
    for (facts, heading) in parts {
        told.list(heading, facts.iter().map(shown).collect());
    }
    told.out
}

/// The records, then what goes, comes and is different without them.
pub fn changes(
    located: &[Located],
    found: &Changes,
    written: &Program,
    model: &Model<'_>,
    limit: usize,
    lang: Lang,
) -> String {
    let mut told = Told { program: model.program, limit, lang, out: String::new() };
    told.records(located, Text { en: "without {place}", zh: "去掉 {place}" });
    let fact = |(fact, grade): &(Fact, Option<Grade>)| told_fact(fact, *grade, model.program, lang);
    let regraded = |(fact, before, after): &(Fact, Option<Grade>, Option<Grade>)| {
        let grades = [before, after].map(|grade| grade.map_or("-", Grade::name));
        let text =
            Text { en: "{fact}: grade {before}, then {after}", zh: "{fact}：由 {before} 级变为 {after} 级" };
        let shown = told_fact(fact, None, model.program, lang);
        fill(text, lang, &[("fact", &shown), ("before", grades[0]), ("after", grades[1])])
    };
    let parts = [
        (Text { en: "gone: {count}", zh: "消失：{count} 个" }, found.lost.iter().map(fact).collect::<Vec<_>>()),
        (Text { en: "new: {count}", zh: "新增：{count} 个" }, found.gained.iter().map(fact).collect()),
        (
            Text { en: "of another grade: {count}", zh: "级别改变：{count} 个" },
            found.regraded.iter().map(regraded).collect(),
        ),
        (
            Text { en: "candidates that stand differently: {count}", zh: "结论改变的候选对象：{count} 个" },
            found.candidates.iter().map(|one| candidate(one, written, lang)).collect(),
        ),
    ];
    if parts.iter().all(|(_, lines)| lines.is_empty()) {
        told.line(Text { en: "nothing would change", zh: "没有任何变化" }, &[]);
    }
    for (heading, lines) in parts {
        told.list(heading, lines);
    }
    told.out
}

/// The fact, behind id and grade where it is a clue.
fn told_fact((relation, args): &Fact, grade: Option<Grade>, program: &Program, lang: Lang) -> String {
    let fact = prose::fact(*relation, args, program);
    let Some(grade) = grade else { return fact };
    let text = Text { en: "clue {id}, grade {grade}: {fact}", zh: "线索 {id}（{grade} 级）：{fact}" };
    fill(text, lang, &[("id", &clue_id(*relation, args, program)), ("grade", grade.name()), ("fact", &fact)])
}

fn candidate(found: &Candidate, written: &Program, lang: Lang) -> String {
    let model = written.model(found.model);
    let shown = model.candidate.as_ref().map(|candidate| {
        let mut pattern = vec![None; written.relation(candidate.relation).columns.len()];
        candidate.columns.iter().zip(&found.key).for_each(|(at, value)| pattern[*at] = Some(value.clone()));
        prose::pattern(candidate.relation, &pattern, written)
    });
    let [before, after] = [found.before, found.after].map(|standing| standing_words(standing, lang));
    let text =
        Text { en: "{model}, {candidate}: {before}, then {after}", zh: "{model}，{candidate}：{before} → {after}" };
    let values = [
        ("model", prose::safe(&model.name)),
        ("candidate", shown.unwrap_or_default()),
        ("before", before),
        ("after", after),
    ];
    fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn standing_words(standing: Option<Standing>, lang: Lang) -> String {
    let text = match standing {
        Some(Standing::Clue(grade)) => {
            let text = Text { en: "clue of grade {grade}", zh: "{grade} 级线索" };
            return fill(text, lang, &[("grade", grade.name())]);
        }
        Some(Standing::Conditional) => Text { en: "conditional", zh: "待认定" },
        Some(Standing::Undetermined) => Text { en: "undetermined", zh: "无法判断" },
        Some(Standing::None) => Text { en: "none", zh: "不构成线索" },
        None => Text { en: "no candidate", zh: "非候选对象" },
    };
    text.get(lang).to_string()
}

struct Told<'p> {
    program: &'p Program,
    limit: usize,
    lang: Lang,
    out: String,
}

impl Told<'_> {
    fn line(&mut self, text: Text, values: &[(&str, &str)]) {
        wrap(&mut self.out, &fill(text, self.lang, values), WIDTH, "", "  ");
    }

    /// What each row says, and what else says so.
    fn records(&mut self, located: &[Located], text: Text) {
        for one in located {
            let place = place_list(std::slice::from_ref(&one.place), self.lang);
            self.line(text, &[("place", &place)]);
            for fact in &one.facts {
                let shown = prose::fact(fact.record.relation, &fact.record.args, self.program);
                wrap(&mut self.out, &shown, WIDTH, "  ", "    ");
                self.others(&fact.others);
            }
        }
        self.out.push('\n');
    }

    fn others(&mut self, others: &[RecordPlace]) {
        if !others.is_empty() {
            let text = Text {
                en: "stays without it, since it is recorded elsewhere too: {places}",
                zh: "另有相同记录，去掉它仍在：{places}",
            };
            let text = fill(text, self.lang, &[("places", &place_list(others, self.lang))]);
            wrap(&mut self.out, &text, WIDTH, "    ", "      ");
        }
    }

    /// A heading and its lines, unless there are none.
    fn list(&mut self, heading: Text, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        self.line(heading, &[("count", &lines.len().to_string())]);
        for line in lines.iter().take(self.limit) {
            wrap(&mut self.out, line, WIDTH, "  ", "    ");
        }
        if let Some(left) = lines.len().checked_sub(self.limit).filter(|left| *left > 0) {
            let text =
                Text { en: "... and {count} more line{s}: `--limit N`", zh: "……另有 {count} 行：`--limit N`" };
            let text = fill(text, self.lang, &[("count", &left.to_string()), ("s", plural(left as u64))]);
            wrap(&mut self.out, &text, WIDTH, "  ", "    ");
        }
    }
}
