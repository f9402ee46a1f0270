//! What no test of a program exercises, as text.

use cases::{Exception, ExceptionForm, Uncovered};
use diagnostics::{Span, Text};
use program::checked::Program;
use prose::{fill, safe, wrap};

use super::WIDTH;
use crate::app::App;

/// Rules that never fire, and exceptions that are never met, each with its place.
pub fn text(app: &App, program: &Program, uncovered: &Uncovered) -> String {
    let mut out = String::new();
    let Uncovered { rules, of_rules, others, of_others, exceptions, of_exceptions } = uncovered;
    let heading = |out: &mut String, text: Text, values: &[(&str, usize)]| {
        let values = values.iter().map(|(name, value)| (*name, value.to_string())).collect::<Vec<_>>();
        let values = values.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        wrap(out, &fill(text, app.lang, &values), WIDTH, "  ", "    ");
    };
    let counts = [("rules", rules.len()), ("of", *of_rules), ("others", *others), ("of_others", *of_others)];
    heading(&mut out, RULES, &counts);
    for rule in rules.iter().map(|rule| &program.rules[*rule]) {
        let line = fill(RULE, app.lang, &[("place", &place(app, rule.span)), ("rule", &safe(&rule.label))]);
        wrap(&mut out, &line, WIDTH, "    ", "      ");
    }
    heading(&mut out, EXCEPTIONS, &[("exceptions", exceptions.len()), ("of", *of_exceptions)]);
    for exception in exceptions {
        wrap(&mut out, &line(app, program, exception), WIDTH, "    ", "      ");
    }
    out
}

const RULES: Text = Text {
    en: "rules that no test makes fire: {rules} of {of} with a model, clue, element or norm; {others} of {of_others} others",
    zh: "没有测试适用到的规则：标明模型、线索、要件或规范的 {of} 条中有 {rules} 条；其他 {of_others} 条中有 {others} 条",
};
const EXCEPTIONS: Text = Text {
    en: "exceptions that no test meets: {exceptions} of {of}",
    zh: "没有测试触及的例外：{of} 处中有 {exceptions} 处",
};
const RULE: Text = Text { en: "{place}: rule `{rule}`", zh: "{place}：规则 `{rule}`" };
const EXCEPTION: Text = Text { en: "{place}: rule `{rule}`: {source}", zh: "{place}：规则 `{rule}`：{source}" };
const PREVAILS: Text = Text {
    en: "{place}: rule `{rule}` over rule `{other}`",
    zh: "{place}：规则 `{rule}` 优先于规则 `{other}`",
};

fn line(app: &App, program: &Program, exception: &Exception) -> String {
    let (place, rule) = (place(app, exception.span), safe(&program.rules[exception.rule].label));
    match exception.form {
        ExceptionForm::Prevails { over } => {
            let other = safe(&program.rules[over].label);
            fill(PREVAILS, app.lang, &[("place", &place), ("rule", &rule), ("other", &other)])
        }
        ExceptionForm::Unless | ExceptionForm::Proviso => {
            let source = app.files.snippet(exception.span).split_whitespace().collect::<Vec<_>>().join(" ");
            fill(EXCEPTION, app.lang, &[("place", &place), ("rule", &rule), ("source", &safe(&source))])
        }
    }
}

/// `m.dl:40`
pub fn place(app: &App, span: Span) -> String {
    let span = app.files.written(span);
    format!("{}:{}", app.files.name(span), app.files.place(span).line)
}
