//! Whole texts: what tree and which errors they give.

mod ast;
mod depth;
mod directives;
mod errors;
mod examples;
mod golden;
mod law;
mod law_errors;
mod literals;
mod lossless;
mod recovery;
mod traps;
mod widths;

use diagnostics::{FileId, Lang};

use crate::ast::{Item, Rule};
use crate::{Parse, parse};

fn parsed(text: &str) -> Parse {
    let parse = parse(FileId(0), text);
    assert_eq!(parse.tree().text().to_string(), text, "the tree holds the text");
    parse
}

/// Parses a text without errors and warnings.
fn clean(text: &str) -> Parse {
    let parse = parsed(text);
    assert_eq!(errors(&parse), Vec::<String>::new(), "{text}");
    parse
}

/// Code, first byte and end of each diagnostic.
fn places(text: &str) -> Vec<(&'static str, u32, u32)> {
    let place = |d: &diagnostics::Diagnostic| d.span.map(|span| (d.code(), span.start, span.end)).unwrap();
    parsed(text).diagnostics.iter().map(place).collect()
}

/// Code and marked text of each diagnostic.
fn marked(text: &str) -> Vec<(&'static str, &str)> {
    places(text).into_iter().map(|(code, start, end)| (code, &text[start as usize..end as usize])).collect()
}

/// Code and English message of each diagnostic.
fn errors(parse: &Parse) -> Vec<String> {
    parse.diagnostics.iter().map(|d| format!("{} {}", d.code(), d.message(Lang::En))).collect()
}

fn items(parse: &Parse) -> Vec<Item> {
    parse.program().items()
}

fn rules(parse: &Parse) -> Vec<Rule> {
    let rule = |item| match item {
        Item::Rule(rule) => Some(rule),
        _ => None,
    };
    items(parse).into_iter().filter_map(rule).collect()
}

/// The only rule of a text without errors.
fn rule(text: &str) -> Rule {
    let mut rules = rules(&clean(text));
    assert_eq!(rules.len(), 1, "{text}");
    rules.remove(0)
}
