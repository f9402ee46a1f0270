//! The report on tests, as text.

use std::io::Write;

use cases::{Found, Verdict};
use diagnostics::{Lang, Text};
use program::checked::{Expectation, Outcome};
use prose::{fill, safe, wrap};

use super::coverage::{self, place};
use super::{Tested, TestedProgram, WIDTH};
use crate::app::App;
use crate::exit::Failure;
use crate::render::{Look, render};

/// One line for each test, then those that fail, with what came instead, then what no test exercises; the sum at the end.
pub fn print(app: &mut App, tested: &[TestedProgram<'_>]) -> Result<(), Failure> {
    let mut out = String::new();
    for program in tested.iter().filter(|program| !program.results.is_empty()) {
        wrap(&mut out, &safe(&program.opened.name), WIDTH, "", "  ");
        for result in &program.results {
            let mark = if result.is_ok() { "ok      " } else { "FAILED  " };
            wrap(&mut out, &safe(&result.test.title), WIDTH, &format!("  {mark}"), "          ");
        }
        program.results.iter().filter(|result| !result.is_ok()).for_each(|result| failed(app, result, &mut out));
        out.push('\n');
        out += &coverage::text(app, &program.opened.program, &program.uncovered);
        out.push('\n');
    }
    wrap(&mut out, &sum(tested, app.lang), WIDTH, "", "  ");
    Ok(app.out.write_all(out.as_bytes())?)
}

fn sum(tested: &[TestedProgram<'_>], lang: Lang) -> String {
    let results = || tested.iter().flat_map(|program| &program.results);
    let failed = results().filter(|result| !result.is_ok()).count();
    let text = match (results().count(), failed) {
        (0, _) => Text { en: "no tests", zh: "没有测试" },
        (_, 0) => Text { en: "{count} test{s}: all ok", zh: "{count} 项测试，全部通过" },
        _ => Text {
            en: "{count} test{s}: {ok} ok, {failed} failed",
            zh: "{count} 项测试：{ok} 项通过，{failed} 项未通过",
        },
    };
    let count = results().count();
    let values = [
        ("count", count.to_string()),
        ("s", prose::plural(count as u64).to_string()),
        ("ok", (count - failed).to_string()),
        ("failed", failed.to_string()),
    ];
    fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// A test that fails: at the place of each expectation that does not hold, what came, and why.
fn failed(app: &App, result: &Tested<'_>, out: &mut String) {
    out.push('\n');
    wrap(out, &format!("{}: {}", place(app, result.test.span), safe(&result.test.title)), WIDTH, "", "  ");
    for (expectation, (verdict, why)) in result.test.expectations.iter().zip(&result.verdicts) {
        if verdict.holds() {
            continue;
        }
        let source = app.files.snippet(expectation.span).split_whitespace().collect::<Vec<_>>().join(" ");
        wrap(out, &format!("{}: {}", place(app, expectation.span), safe(&source)), WIDTH, "  ", "    ");
        wrap(out, &came(expectation, verdict, app.lang), WIDTH, "  ", "    ");
        indent(why, out);
    }
    if !result.wrong.is_empty() {
        indent(&render(&result.wrong, &app.files, Look { lang: app.lang, coloured: false }), out);
    }
}

/// What came instead.
fn came(expectation: &Expectation, verdict: &Verdict, lang: Lang) -> String {
    if !verdict.as_expected {
        let text = Text { en: "came: {found}", zh: "实际：{found}" };
        return fill(text, lang, &[("found", found(verdict.found, expectation.outcome).get(lang))]);
    }
    let names = verdict.missing.iter().map(|name| format!("`{}`", safe(name))).collect::<Vec<_>>();
    let names = names.join(Text { en: ", ", zh: "、" }.get(lang));
    let text = Text {
        en: "came as expected, but {names} does not occur in the reason",
        zh: "结果与预期相同，但理由中没有 {names}",
    };
    fill(text, lang, &[("names", &names)])
}

fn found(found: Found, expected: Outcome) -> Text {
    match found {
        Found::Clue => Text { en: "clue", zh: "线索（clue）" },
        Found::Fact if matches!(expected, Outcome::Fact | Outcome::NoFact) => {
            Text { en: "fact", zh: "事实（fact）" }
        }
        Found::Fact => Text {
            en: "fact, but no clue: no rule with a grade gives it",
            zh: "是事实但不是线索：没有标明等级的规则得出它",
        },
        Found::Refer => Text { en: "refer: rules conflict, and nothing decides", zh: "规则冲突未决（refer）" },
        Found::Conditional => {
            Text { en: "conditional: findings are missing", zh: "待认定（conditional）：有认定尚未作出" }
        }
        Found::Undetermined => {
            Text { en: "undetermined: data is missing", zh: "无法判断（undetermined）：数据不全" }
        }
        Found::Nothing if matches!(expected, Outcome::Fact | Outcome::NoFact) => {
            Text { en: "no fact", zh: "不成立（no fact）" }
        }
        Found::Nothing => Text { en: "no clue", zh: "不是线索（no clue）" },
    }
}

fn indent(text: &str, out: &mut String) {
    for line in text.trim_end().lines() {
        out.push_str(if line.is_empty() { "" } else { "    " });
        out.push_str(line);
        out.push('\n');
    }
}
