//! From a string to the parts of a template.

use diagnostics::{Diagnostic, Span, catalogue};

use super::Written;
use crate::checked::{Template, TemplatePart};
use crate::report::Report;

/// The template; `None` where something in it is reported. Of names that are known twice the first counts. Where `complete` is false, a
/// syntax error may have hidden the name of a placeholder.
pub(super) fn parse(
    written: &Written,
    known: &[(&str, TemplatePart)],
    complete: bool,
    report: &mut Report,
) -> Option<Template> {
    let chars = written.token.string_chars();
    // A character's place, or that of the closing quote.
    let at = |number: usize| chars.get(number).map_or(written.span.end - 1, |(at, _)| written.span.start + at);
    let span = |from: usize, to: usize| Span { start: at(from), end: at(to), ..written.span };
    let (mut parts, mut words, mut whole) = (Vec::new(), String::new(), true);
    let mut next = 0;
    while let Some((_, c)) = chars.get(next) {
        let is_double = chars.get(next + 1).is_some_and(|(_, other)| other == c);
        match c {
            '{' | '}' if is_double => {
                words.push(*c);
                next += 2;
            }
            '{' => {
                let name = chars[next + 1..].iter().map(|(_, c)| *c).take_while(|c| !matches!(c, '{' | '}'));
                let name = name.collect::<String>();
                let end = next + 1 + name.chars().count();
                if chars.get(end).is_none_or(|(_, c)| *c != '}') {
                    ill_formed(written, span(next, end), report);
                    return None;
                }
                let found = known.iter().find(|(known, _)| *known == name.trim());
                match found {
                    Some((_, part)) => {
                        parts.extend(
                            Some(std::mem::take(&mut words)).filter(|words| !words.is_empty()).map(TemplatePart::Words),
                        );
                        parts.push(part.clone());
                    }
                    None => {
                        whole = false;
                        if complete {
                            unbound(&name, span(next, end + 1), known, report);
                        }
                    }
                }
                next = end + 1;
            }
            '}' => {
                ill_formed(written, span(next, next + 1), report);
                return None;
            }
            c => {
                words.push(*c);
                next += 1;
            }
        }
    }
    parts.extend(Some(words).filter(|words| !words.is_empty()).map(TemplatePart::Words));
    if whole && parts.is_empty() {
        ill_formed(written, written.span, report);
        return None;
    }
    whole.then_some(Template { parts, span: written.span })
}

fn ill_formed(written: &Written, span: Span, report: &mut Report) {
    report.push(Diagnostic::new(&catalogue::ILL_FORMED_TEMPLATE, span).arg("key", written.key));
}

fn unbound(name: &str, span: Span, known: &[(&str, TemplatePart)], report: &mut Report) {
    let names = known.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let error = Diagnostic::new(&catalogue::UNBOUND_PLACEHOLDER, span).arg("name", name);
    let near = report.near_or_all(name, names);
    report.push(error.list("near", near));
}
