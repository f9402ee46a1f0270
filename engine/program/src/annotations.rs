//! What `@[..]` says about rules: norms, clues, labels.

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::{SyntaxKind, ast};

use crate::checked::{Annotation, Grade, PrecedenceForm};
use crate::report::Report;

/// The annotations as they are kept.
pub(crate) fn annotations(written: &[ast::Annotation], file: FileId) -> Vec<Annotation> {
    let values = written.iter().flat_map(|annotation| Value::all(annotation, file));
    values.map(|value| Annotation { value: value.text(), key: value.key }).collect()
}

/// A key with the tokens of its value, and where the annotation stands.
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) tokens: Vec<ast::Token>,
    pub(crate) span: Span,
}

/// What one annotation says: `@[clue = A, norm = X]` is two entries.
pub(crate) fn entries(written: &ast::Annotation, file: FileId) -> Vec<Entry> {
    let span = written.span(file);
    let entry = |value: Value| Entry { key: value.key, tokens: value.tokens, span };
    Value::all(written, file).into_iter().map(entry).collect()
}

/// The names in the annotation `key`, such as the columns of `@[conflict = (a, b)]`; `None` without such an annotation.
pub(crate) fn words(written: &[ast::Annotation], key: &str) -> Option<Vec<ast::Token>> {
    let annotation = written.iter().find(|annotation| annotation.key().is_some_and(|found| found.text() == key))?;
    let is_name = |token: &ast::Token| token.kind() == SyntaxKind::IDENT || token.kind().is_reserved();
    Some(annotation.value_tokens().into_iter().filter(is_name).collect())
}

/// What a rule's annotations say.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) label: Option<String>,
    pub(crate) norms: Vec<String>,
    pub(crate) clue: Option<Grade>,
    pub(crate) model: Option<Named>,
    /// `MODEL.key`
    pub(crate) elements: Vec<Named>,
    /// The variable that stands for the day.
    pub(crate) in_force_on: Option<Named>,
    pub(crate) lighter: Option<Lighter>,
    /// Labels of other rules.
    pub(crate) precedences: Vec<(PrecedenceForm, Named)>,
}

/// A name with the annotation in which it stands.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// `lighter(day: [first, second], by: result)`, the names of variables.
#[derive(Clone, Debug)]
pub(crate) struct Lighter {
    pub(crate) day: String,
    pub(crate) dates: [String; 2],
    pub(crate) by: String,
    pub(crate) span: Span,
}

/// Reads a rule's annotations.
pub(crate) fn marks(written: &[ast::Annotation], file: FileId, report: &mut Report) -> Marks {
    let mut marks = Marks::default();
    for (value, span) in written
        .iter()
        .flat_map(|written| Value::all(written, file).into_iter().map(|value| (value, written.span(file))))
    {
        match value.key.as_str() {
            "norm" | "name" | "label" | "model" | "element" | "in_force_on" | "overrides" | "special_to"
                if value.tokens.is_empty() =>
            {
                let error = Diagnostic::new(&catalogue::ANNOTATION_WITHOUT_VALUE, span);
                report.push(error.arg("key", value.key));
            }
            "norm" => marks.norms.extend(value.norms()),
            "name" | "label" => marks.label = Some(value.text()),
            "clue" => match grade(&value.text()) {
                Some(grade) if marks.clue.is_none() => marks.clue = Some(grade),
                Some(_) => report.push(Diagnostic::new(&catalogue::CLUE_GIVEN_TWICE, span)),
                None => {
                    let error = Diagnostic::new(&catalogue::UNKNOWN_GRADE, span);
                    report.push(error.arg("grade", value.text()));
                }
            },
            "model" => marks.model = Some(value.named(span)),
            "element" => marks.elements.extend(value.norms().into_iter().map(|name| Named { name, span })),
            "in_force_on" => marks.in_force_on = Some(value.named(span)),
            "lighter" => match value.lighter(span) {
                Some(lighter) => marks.lighter = Some(lighter),
                None => report.push(Diagnostic::new(&catalogue::ILL_FORMED_LIGHTER, span)),
            },
            "overrides" => marks.precedences.push((PrecedenceForm::Overrides, value.named(span))),
            "special_to" => marks.precedences.push((PrecedenceForm::Special, value.named(span))),
            _ => {}
        }
    }
    marks
}

fn grade(text: &str) -> Option<Grade> {
    [Grade::A, Grade::B, Grade::C].into_iter().find(|grade| grade.name() == text)
}

/// A key with its value, without the brackets around it.
struct Value {
    key: String,
    written: String,
    tokens: Vec<ast::Token>,
}

impl Value {
    /// What an annotation says: `@[clue = A, norm = X, lighter(..)]` is three annotations in one.
    fn all(annotation: &ast::Annotation, file: FileId) -> Vec<Value> {
        let Some(key) = annotation.key() else { return Vec::new() };
        let source = Source { text: annotation.text(), start: annotation.span(file).start, file };
        let mut parts = parts(annotation.value_tokens()).into_iter();
        let first = parts.next().unwrap_or_default();
        let first = source.value(key.text(), without_brackets(first, has_equals_sign(annotation)));
        let rest = parts.map(|mut tokens| {
            let key = tokens.remove(0);
            let equals = tokens.first().is_some_and(|sign| sign.kind() == SyntaxKind::EQ);
            tokens.drain(..usize::from(equals));
            source.value(key.text(), without_brackets(tokens, equals))
        });
        std::iter::once(first).chain(rest).collect()
    }

    /// The text as written, a single string without its quotes.
    fn text(&self) -> String {
        match self.tokens.as_slice() {
            [only] => only.string_value().unwrap_or_else(|| only.text().to_owned()),
            _ => self.written.clone(),
        }
    }

    fn named(&self, span: Span) -> Named {
        Named { name: self.text(), span }
    }

    /// `t: [a, b], by: m`
    fn lighter(&self, span: Span) -> Option<Lighter> {
        use SyntaxKind::{COLON, COMMA, IDENT, L_BRACKET, R_BRACKET};
        let form = [IDENT, COLON, L_BRACKET, IDENT, COMMA, IDENT, R_BRACKET, COMMA, IDENT, COLON, IDENT];
        let fits = self.tokens.iter().map(ast::Token::kind).eq(form) && self.tokens[8].text() == "by";
        let text = |at: usize| self.tokens[at].text().to_owned();
        fits.then(|| Lighter { day: text(0), dates: [text(3), text(5)], by: text(10), span })
    }

    /// The norms named: parts between commas; `norm(code = "CC", art = 1573)` with its keys is one.
    fn norms(&self) -> Vec<String> {
        if self.tokens.iter().any(|token| token.kind() == SyntaxKind::EQ) {
            return vec![self.written.clone()];
        }
        if !self.tokens.iter().any(|token| token.kind() == SyntaxKind::COMMA) {
            return vec![self.text()];
        }
        let mut depth = 0usize;
        let mut norms = vec![String::new()];
        for token in &self.tokens {
            depth = nested(depth, token.kind());
            if token.kind() == SyntaxKind::COMMA && depth == 0 {
                norms.push(String::new());
            } else if let Some(last) = norms.last_mut() {
                last.push_str(&token.string_value().unwrap_or_else(|| token.text().to_owned()));
            }
        }
        norms.retain(|norm| !norm.is_empty());
        norms
    }
}

/// The tokens of the annotations in one, all but the first with their keys: they begin behind a comma with `word =` or `lighter(`.
fn parts(tokens: Vec<ast::Token>) -> Vec<Vec<ast::Token>> {
    let mut parts = vec![Vec::new()];
    let mut depth = 0usize;
    for (number, token) in tokens.iter().enumerate() {
        depth = nested(depth, token.kind());
        let is_end = token.kind() == SyntaxKind::COMMA && depth == 0;
        if is_end && begins(&tokens[number + 1..]) {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(token.clone());
        }
    }
    parts
}

fn begins(tokens: &[ast::Token]) -> bool {
    let [key, sign, ..] = tokens else { return false };
    match sign.kind() {
        SyntaxKind::EQ => key.kind() == SyntaxKind::IDENT || key.kind().is_reserved(),
        SyntaxKind::L_PAREN => key.text() == "lighter",
        _ => false,
    }
}

/// What stands between the brackets, where they stand in place of `=`.
fn without_brackets(mut tokens: Vec<ast::Token>, equals: bool) -> Vec<ast::Token> {
    if !equals {
        tokens.pop();
        tokens.drain(..tokens.len().min(1));
    }
    tokens
}

/// How many brackets are open behind a token.
fn nested(depth: usize, kind: SyntaxKind) -> usize {
    match kind {
        SyntaxKind::L_PAREN | SyntaxKind::L_BRACE | SyntaxKind::L_BRACKET => depth + 1,
        SyntaxKind::R_PAREN | SyntaxKind::R_BRACE | SyntaxKind::R_BRACKET => depth.saturating_sub(1),
        _ => depth,
    }
}

/// The text of an annotation.
struct Source {
    text: String,
    start: u32,
    file: FileId,
}

impl Source {
    fn value(&self, key: &str, tokens: Vec<ast::Token>) -> Value {
        let place = |token: &ast::Token| token.span(self.file);
        let written = tokens.first().zip(tokens.last()).and_then(|(first, last)| {
            let range = (place(first).start - self.start) as usize..(place(last).end - self.start) as usize;
            self.text.get(range)
        });
        Value { key: key.to_owned(), written: written.unwrap_or_default().to_owned(), tokens }
    }
}

/// True for `@[key = ..]`, false for `@[key(..)]`.
fn has_equals_sign(annotation: &ast::Annotation) -> bool {
    let (text, key) = (annotation.text(), annotation.key());
    let behind = key.and_then(|key| text.split_once(key.text()).map(|(_, behind)| behind.trim_start().to_owned()));
    behind.is_some_and(|behind| behind.starts_with(['=', '＝']))
}
