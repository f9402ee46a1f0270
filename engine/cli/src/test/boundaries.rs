//! `test --boundaries`: cases at the limits as `.test` texts, for somebody to confirm.

use std::collections::BTreeSet;
use std::io::Write;

use cases::{Cell, Noted, Variant, variants};
use diagnostics::Text;
use program::checked::{Program, Term, Test};
use prose::{fill, literal_of, safe};
use values::Value;

use super::coverage::place;
use super::{Opened, TestOptions};
use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::reading::halted;

/// Prints the variants of all tests.
pub fn print(app: &mut App, options: &TestOptions, programs: &[Opened]) -> Result<Exit, Failure> {
    let (mut out, mut titles) = (String::new(), BTreeSet::new());
    for Opened { program, .. } in programs {
        titles.extend(program.tests.iter().map(|test| test.title.clone()));
        for test in &program.tests {
            let found = variants(program, test, &options.effort.limits(), &*app.watcher);
            let found = found.map_err(|halt| halted(app, &options.effort, halt))?;
            for variant in found {
                if !out.is_empty() {
                    out.push('\n');
                }
                let title = title(program, test, &variant, &mut titles);
                out += &text(app, program, &title, &variant);
            }
        }
    }
    if out.is_empty() {
        let nothing = Text {
            en: "// no test is decided by comparing a given value with a limit\n",
            zh: "// 没有一项测试取决于给定值与界限的比较\n",
        };
        out.push_str(nothing.get(app.lang));
    }
    app.out.write_all(out.as_bytes())?;
    Ok(Exit::Done)
}

/// `title: column = value`, numbered where that is taken.
fn title(program: &Program, test: &Test, variant: &Variant, taken: &mut BTreeSet<String>) -> String {
    let first = format!("{} / {} = {}", test.title, cell(program, variant), variant.moved.to);
    let mut title = first.clone();
    for number in 2.. {
        if taken.insert(title.clone()) {
            break;
        }
        title = format!("{first} ({number})");
    }
    title
}

/// The name of the place that was moved.
fn cell(program: &Program, variant: &Variant) -> String {
    match variant.moved.cell {
        Cell::AsOf(parameter) => program.parameter(parameter).name.clone(),
        Cell::Given { fact, column } => {
            let relation = program.relation(variant.test.given[fact].atom.relation);
            format!("{}.{}", relation.name, relation.columns[column].name)
        }
    }
}

fn text(app: &App, program: &Program, title: &str, variant: &Variant) -> String {
    let mut out = format!(".test {} {{\n", literal_of(&Value::symbol(title)));
    for line in reasons(app, program, variant) {
        out += &format!("  // {line}\n");
    }
    let Variant { test, .. } = variant;
    for (id, value) in &test.parameters {
        let (name, value) = (&program.parameter(*id).name, literal_of(value));
        out += &if name == "as_of" { format!("  as_of {value}\n") } else { format!("  param {name} = {value}\n") };
    }
    for relation in &test.complete {
        out += &format!("  complete {}\n", program.relation(*relation).name);
    }
    for fact in &test.given {
        let arg = |arg: &Term| if let Term::Constant(value) = arg { Some(value.clone()) } else { None };
        let written = match fact.atom.args.iter().map(arg).collect::<Option<Vec<_>>>() {
            Some(values) => prose::fact(fact.atom.relation, &values, program),
            None => app.files.snippet(fact.span).to_owned(),
        };
        out += &format!("  given {written}\n");
    }
    for expectation in &test.expectations {
        let says = Text { en: "engine says: {outcome}; confirm", zh: "引擎认为：{outcome}；请确认" };
        let words = expectation.outcome.words();
        out += &format!("  // {}\n", fill(says, app.lang, &[("outcome", words)]));
        let pattern = prose::pattern(expectation.relation, &expectation.args, program);
        out += &format!("  expect {words} {pattern}\n");
    }
    if test.expectations.is_empty() {
        let fails = Text { en: "the engine fails on this case", zh: "引擎无法运行此案例" };
        out += &format!("  // {}\n", fails.get(app.lang));
    }
    out + "}\n"
}

/// Which limit, whose norms, and what is special about the new value.
fn reasons(app: &App, program: &Program, variant: &Variant) -> Vec<String> {
    let lang = app.lang;
    let list = |names: Vec<String>| names.join(Text { en: ", ", zh: "、" }.get(lang));
    let text = Text {
        en: "limit of {cell}: {limit}, by `{source}`, {place}",
        zh: "{cell} 的界限：{limit}；比较式 `{source}`，{place}",
    };
    let source = app.files.snippet(variant.comparison).split_whitespace().collect::<Vec<_>>().join(" ");
    let values = [
        ("cell", cell(program, variant)),
        ("limit", variant.limit.to_string()),
        ("source", safe(&source)),
        ("place", place(app, variant.comparison)),
    ];
    let mut lines = vec![fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))];
    let mut norms: Vec<String> = Vec::new();
    for norm in variant.rules.iter().flat_map(|rule| &program.rules[*rule].norms) {
        let norm = safe(norm);
        if !norms.contains(&norm) {
            norms.push(norm);
        }
    }
    if !norms.is_empty() {
        lines.push(fill(Text { en: "norms: {norms}", zh: "依据：{norms}" }, lang, &[("norms", &list(norms))]));
    }
    if !variant.notes.is_empty() {
        let notes = variant.notes.iter().map(|note| noted(*note).get(lang).to_owned()).collect();
        let values = [("value", variant.moved.to.to_string()), ("notes", list(notes))];
        let text = Text { en: "{value}: {notes}", zh: "{value}：{notes}" };
        lines.push(fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    lines
}

fn noted(note: Noted) -> Text {
    match note {
        Noted::DayOff => Text { en: "a day off", zh: "休息日或节假日" },
        Noted::MonthEnd => Text { en: "the last day of its month", zh: "月末" },
        Noted::LeapDay => Text { en: "29 February", zh: "闰日" },
    }
}
