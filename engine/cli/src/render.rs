//! Diagnostics as a person sees them, through miette.

mod excerpt;

use std::fmt;

use diagnostics::{Diagnostic, Files, Lang, Span, Text};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use self::excerpt::Excerpt;

/// How diagnostics look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// With colours, for a terminal.
    pub coloured: bool,
}

/// Columns of a message.
const WIDTH: usize = 80;
/// Lines between two places that are still shown in one excerpt.
const LINES_BETWEEN: u32 = 20;
/// Diagnostics shown one by one. Who has more of them corrects some and asks again.
const SHOWN: usize = 50;

/// All diagnostics by place, each followed by an empty line; of more than fifty the number of the others.
pub fn render(diagnostics: &[Diagnostic], files: &Files, look: Look) -> String {
    let mut sorted = diagnostics.iter().map(|found| found.clone().written(files)).collect::<Vec<_>>();
    sorted.sort_by_key(|diagnostic| diagnostic.order());
    let mut out = String::new();
    for diagnostic in sorted.iter().take(SHOWN) {
        one(&mut out, diagnostic, files, look);
        out.push('\n');
    }
    if sorted.len() > SHOWN {
        let more = Text { en: "... and {count} more of these messages\n\n", zh: "……另有 {count} 条消息\n\n" };
        out.push_str(&prose::fill(more, look.lang, &[("count", &(sorted.len() - SHOWN).to_string())]));
    }
    out
}

fn one(out: &mut String, diagnostic: &Diagnostic, files: &Files, look: Look) {
    let severity = if diagnostic.is_error() { Severity::Error } else { Severity::Warning };
    let label = Some(prose::safe(&diagnostic.label(look.lang))).filter(|label| !label.is_empty());
    let here = diagnostic.span.map(|span| (span, label));
    let related = diagnostic
        .related
        .iter()
        .map(|related| (related.span, Some(prose::safe(&diagnostic.fill(related.text, look.lang)))));
    let (beside, elsewhere): (Vec<_>, Vec<_>) =
        related.partition(|(span, _)| diagnostic.span.is_none_or(|here| is_beside(here, *span, files)));
    let labels = here.into_iter().chain(beside).collect::<Vec<_>>();
    let view = View::new(Some(diagnostic.code()), diagnostic.message(look.lang), severity, labels, files);
    report(out, &view, look);
    for (span, text) in elsewhere {
        report(out, &View::new(None, text.unwrap_or_default(), Severity::Advice, vec![(span, None)], files), look);
    }
    let lead = Text { en: "  help: ", zh: "  办法：" }.get(look.lang);
    prose::wrap(out, &prose::safe(&diagnostic.help(look.lang)), WIDTH, &styled(lead, look), "        ");
}

/// True for places that one excerpt shows together.
fn is_beside(here: Span, other: Span, files: &Files) -> bool {
    let line = |span: Span| files.get(span.file).place(span.start).line;
    here.file == other.file && line(here).abs_diff(line(other)) <= LINES_BETWEEN
}

fn styled(lead: &str, look: Look) -> String {
    if look.coloured { format!("\u{1b}[36m{lead}\u{1b}[0m") } else { lead.to_string() }
}

fn report(out: &mut String, view: &View, look: Look) {
    let theme = if look.coloured { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(WIDTH).without_syntax_highlighting();
    // Writing into a text cannot fail, and every label lies inside its excerpt.
    if handler.render_report(out, view).is_err() {
        out.push_str(&view.message);
        out.push('\n');
    }
}

/// One message with marked places in one text.
#[derive(Debug)]
struct View {
    code: Option<&'static str>,
    message: String,
    severity: Severity,
    excerpt: Option<Excerpt>,
    labels: Vec<LabeledSpan>,
}

type Label = (Span, Option<String>);

impl View {
    /// The first label is the main one; all lie in one text.
    fn new(code: Option<&'static str>, message: String, severity: Severity, labels: Vec<Label>, files: &Files) -> View {
        let Some(first) = labels.first().map(|(span, _)| *span) else {
            return View { code, message, severity, excerpt: None, labels: Vec::new() };
        };
        let places = labels.iter().map(|(span, _)| (span.start as usize, span.end as usize)).collect::<Vec<_>>();
        let excerpt = Excerpt::new(files.get(first.file), &places, place_name(files, first), moved(files, first));
        let labels = labels.into_iter().zip(excerpt.places()).enumerate();
        let labels = labels.map(|(number, ((_, text), place))| match number {
            0 => LabeledSpan::new_primary_with_span(text, place),
            _ => LabeledSpan::new_with_span(text, place),
        });
        let labels = labels.collect();
        View { code, message, severity, excerpt: Some(excerpt), labels }
    }
}

/// How far line markers move the lines at `span`.
fn moved(files: &Files, span: Span) -> i64 {
    i64::from(files.place(span).line) - i64::from(files.get(span.file).place(span.start).line)
}

fn place_name(files: &Files, span: Span) -> String {
    prose::safe(files.name(span))
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map(|code| format!("{code} ")).unwrap_or_default();
        write!(f, "{code}{}", prose::safe(&self.message))
    }
}

impl std::error::Error for View {}

impl miette::Diagnostic for View {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        if self.labels.is_empty() { None } else { Some(Box::new(self.labels.iter().cloned())) }
    }
}

#[cfg(test)]
mod tests;
