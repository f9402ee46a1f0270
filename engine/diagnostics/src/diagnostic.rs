//! One occurrence of a code.

use crate::{Entry, Files, Lang, Severity, Span, Text};

/// A finding about the user's program, records or command line.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What the code means.
    pub entry: &'static Entry,
    /// Where it was found, if it has a place in a source text.
    pub span: Option<Span>,
    /// Other places that belong to it, each with its own words.
    pub related: Vec<Related>,
    args: Vec<(&'static str, Arg)>,
}

/// A second place (a declaration, a step of a cycle).
#[derive(Clone, Debug)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What is to be seen there; placeholders are filled from the diagnostic's arguments.
    pub text: Text,
}

/// The value of a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// The same in both languages: names, numbers, source text.
    Plain(String),
    /// Words.
    Both(Text),
    /// Words made for this occurrence, in English and Chinese.
    Made(String, String),
}

impl Diagnostic {
    /// An occurrence of `entry` at `span`.
    pub fn new(entry: &'static Entry, span: Span) -> Self {
        Self { span: Some(span), ..Self::unplaced(entry) }
    }

    /// An occurrence without a place in a source text (a missing file, a bad option).
    pub fn unplaced(entry: &'static Entry) -> Self {
        Self { entry, span: None, related: Vec::new(), args: Vec::new() }
    }

    /// Fills the placeholder `{name}` with something that is the same in both languages.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, Arg::Plain(shortened(value.to_string()))));
        self
    }

    /// Fills the placeholder `{name}` with words.
    pub fn words(mut self, name: &'static str, text: Text) -> Self {
        self.args.push((name, Arg::Both(text)));
        self
    }

    /// Fills the placeholder `{name}` with words made for this occurrence.
    pub fn texts(mut self, name: &'static str, en: String, zh: String) -> Self {
        self.args.push((name, Arg::Made(shortened(en), shortened(zh))));
        self
    }

    /// Fills the placeholder `{name}` with names or literals, each in backquotes; of very many the first ones.
    pub fn list(mut self, name: &'static str, items: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        const LISTED: usize = 60;
        let mut items = items.into_iter().map(|item| format!("`{}`", shortened(item.as_ref().to_owned())));
        let mut listed: Vec<String> = items.by_ref().take(LISTED).collect();
        listed.extend(items.next().map(|_| "…".to_owned()));
        self.args.push((name, Arg::Made(listed.join(", "), listed.join("、"))));
        self
    }

    /// Adds a second place.
    pub fn related(mut self, span: Span, text: Text) -> Self {
        self.related.push(Related { span, text });
        self
    }

    /// The same with all its places where they were written. Of what a macro brought this is where the macro was used; the
    /// place in its definition is added.
    pub fn written(mut self, files: &Files) -> Self {
        const MACRO: Text = Text { en: "from this macro", zh: "来自此宏" };
        let defined = self.span.and_then(|span| files.defined(span));
        self.span = self.span.map(|span| files.written(span));
        self.related.iter_mut().for_each(|related| related.span = files.written(related.span));
        match defined {
            Some(defined) => self.related(defined, MACRO),
            None => self,
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.entry.code
    }

    /// Whether the run can go on.
    pub fn is_error(&self) -> bool {
        self.entry.severity == Severity::Error
    }

    /// The message in `lang`.
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.entry.message, lang)
    }

    /// The words under the marked place in `lang`; may be empty.
    pub fn label(&self, lang: Lang) -> String {
        self.fill(self.entry.label, lang)
    }

    /// The way out in `lang`.
    pub fn help(&self, lang: Lang) -> String {
        self.fill(self.entry.help, lang)
    }

    /// `text` in `lang` with the placeholders filled; one without an argument stays as it is.
    pub fn fill(&self, text: Text, lang: Lang) -> String {
        let mut filled = String::new();
        let mut rest = text.get(lang);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            filled.push_str(before);
            match self.args.iter().find(|(known, _)| *known == name) {
                Some((_, Arg::Plain(value))) => filled.push_str(value),
                Some((_, Arg::Both(words))) => filled.push_str(words.get(lang)),
                Some((_, Arg::Made(en, zh))) => filled.push_str(if lang == Lang::En { en } else { zh }),
                None => filled.push_str(&format!("{{{name}}}")),
            }
            rest = behind;
        }
        filled + rest
    }

    /// The key by which diagnostics are sorted: those with a place first, by place, errors before warnings. Those without
    /// one are equal, so that a stable sort leaves them in the order they were found (rows from top to bottom).
    pub fn order(&self) -> (bool, Option<Span>, Severity, &'static str) {
        match self.span {
            Some(span) => (false, Some(span), self.entry.severity, self.entry.code),
            None => (true, None, Severity::Error, ""),
        }
    }
}

/// A value cut in the middle where it is longer than anybody reads: names may have a megabyte.
fn shortened(value: String) -> String {
    const SHOWN: usize = 400;
    let count = value.chars().count();
    if count <= SHOWN {
        return value;
    }
    let start = value.chars().take(SHOWN / 2).collect::<String>();
    start + "…" + &value.chars().skip(count - SHOWN / 2).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn long_values_are_cut_in_the_middle() {
        let name = format!("{}{}", "甲".repeat(600_000), "乙".repeat(600_000));
        let message = Diagnostic::unplaced(&catalogue::UNDECLARED_RELATION).arg("name", name).message(Lang::En);
        assert!(message.chars().count() < 450, "{message}");
        assert!(message.contains("甲…乙"));
    }

    #[test]
    fn lists_have_the_commas_of_their_language() {
        let found = Diagnostic::unplaced(&catalogue::BAD_PARAMETER).list("allowed", ["true", "false"]);
        assert_eq!(found.help(Lang::En), "write one of: `true`, `false`");
        assert_eq!(found.help(Lang::Zh), "请写下列之一：`true`、`false`");
    }
}
