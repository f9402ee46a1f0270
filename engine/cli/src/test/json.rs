//! The report on tests as JSON: schema `syllogist/test/1`.

use std::io::{self, Write};

use cases::{ExceptionForm, Found};
use diagnostics::Span;
use program::checked::Rule;
use serde_json::{Value, json};

use super::{Tested, TestedProgram};
use crate::app::App;
use crate::exit::Failure;

/// Everything that the text says, but for what stands behind a failure.
pub fn print(app: &mut App, tested: &[TestedProgram<'_>]) -> Result<(), Failure> {
    let programs = tested.iter().map(|program| of_program(app, program)).collect::<Vec<_>>();
    let report = json!({"schema": "syllogist/test/1", "programs": programs});
    serde_json::to_writer_pretty(&mut app.out, &report).map_err(io::Error::from)?;
    Ok(writeln!(app.out)?)
}

fn of_program(app: &App, tested: &TestedProgram<'_>) -> Value {
    let (program, uncovered) = (&tested.opened.program, &tested.uncovered);
    let rule = |rule: &Rule| json!({"rule": rule.label, "at": at(app, rule.span)});
    let rules = uncovered.rules.iter().map(|number| rule(&program.rules[*number])).collect::<Vec<_>>();
    let exceptions = uncovered.exceptions.iter().map(|exception| {
        let label = &program.rules[exception.rule].label;
        let mut written = json!({"rule": label, "at": at(app, exception.span)});
        match exception.form {
            ExceptionForm::Unless => written["form"] = "unless".into(),
            ExceptionForm::Proviso => written["form"] = "but".into(),
            ExceptionForm::Prevails { over } => {
                written["form"] = "prevails".into();
                written["over"] = program.rules[over].label.clone().into();
            }
        }
        written
    });
    json!({
        "program": tested.opened.name,
        "tests": tested.results.iter().map(|result| of_test(app, result)).collect::<Vec<_>>(),
        "uncovered": {
            "rules": rules,
            "of_rules": uncovered.of_rules,
            "others": uncovered.others,
            "of_others": uncovered.of_others,
            "exceptions": exceptions.collect::<Vec<_>>(),
            "of_exceptions": uncovered.of_exceptions,
        },
    })
}

fn of_test(app: &App, result: &Tested<'_>) -> Value {
    let expectations = result.test.expectations.iter().zip(&result.verdicts).map(|(expectation, (verdict, _))| {
        let source = app.files.snippet(expectation.span).split_whitespace().collect::<Vec<_>>().join(" ");
        json!({
            "expected": source,
            "at": at(app, expectation.span),
            "ok": verdict.holds(),
            "came": came(verdict.found),
            "missing": verdict.missing,
        })
    });
    let wrong = result.wrong.iter().map(|found| json!({"code": found.code(), "message": found.message(app.lang)}));
    json!({
        "test": result.test.title,
        "at": at(app, result.test.span),
        "ok": result.is_ok(),
        "expectations": expectations.collect::<Vec<_>>(),
        "errors": wrong.collect::<Vec<_>>(),
    })
}

fn came(found: Found) -> &'static str {
    match found {
        Found::Clue => "clue",
        Found::Fact => "fact",
        Found::Refer => "refer",
        Found::Conditional => "conditional",
        Found::Undetermined => "undetermined",
        Found::Nothing => "nothing",
    }
}

fn at(app: &App, span: Span) -> Value {
    let span = app.files.written(span);
    json!({"file": app.files.name(span), "line": app.files.place(span).line})
}
