//! Every version of every norm against the corpus.

use diagnostics::{Diagnostic, Entry, Lang, Span, catalogue, nearest};
use program::checked::{Norm, NormVersion};

use crate::corpus::{Articles, Corpus, Wording};
use crate::interval::told;
use crate::quotation::{Agreement, agreement};

/// What came of one version of a norm.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The version.
    pub version: &'a NormVersion,
    /// How it stands.
    pub standing: Standing,
    /// What there is to say; always where it is wrong.
    pub found: Option<Diagnostic>,
}

/// How a version of a norm stands to the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Marked as checked, and its words are those of the corpus for all its time.
    Agrees,
    /// Not marked as checked, and nothing in the corpus speaks against it.
    Unverified,
    /// The corpus does not bear it out.
    Wrong,
}

/// Compares norms with a corpus, version by version in their order. A version without `checked` is compared where the
/// corpus has its article for all its time; what the corpus does not have says nothing against it.
pub fn compare<'a>(norms: &'a [Norm], corpus: &Corpus) -> Vec<Compared<'a>> {
    let versions = norms.iter().flat_map(|norm| norm.versions.iter().map(move |version| (norm, version)));
    versions.map(|(norm, version)| Citation { norm, version, corpus }.compared()).collect()
}

/// A version of a norm that is looked up.
#[derive(Clone, Copy)]
struct Citation<'a, 'c> {
    norm: &'a Norm,
    version: &'a NormVersion,
    corpus: &'c Corpus,
}

impl<'a> Citation<'a, '_> {
    fn compared(self) -> Compared<'a> {
        let version = self.version;
        let (standing, found) = match self.wording() {
            Ok(wording) => self.words(wording),
            Err(_) if version.checked.is_none() => (Standing::Unverified, None),
            Err(missing) => (Standing::Wrong, Some(missing)),
        };
        Compared { version, standing, found }
    }

    /// The wording of the article that is in force for all the time of the version, or why there is none.
    fn wording(&self) -> Result<&Wording, Diagnostic> {
        let articles = self.corpus.law(&self.version.law).ok_or_else(|| self.unknown_law())?;
        let wordings = articles.get(heading(&self.version.article)).ok_or_else(|| self.unknown_article(articles))?;
        let lasting = wordings.iter().find(|wording| wording.in_force.encloses(&self.version.in_force));
        lasting.ok_or_else(|| self.other_time(wordings))
    }

    /// The quoted words against the wording.
    fn words(&self, wording: &Wording) -> (Standing, Option<Diagnostic>) {
        let (checked, places) = (self.version.checked.is_some(), self.version.places);
        if self.version.text.is_empty() {
            let standing = if checked { Standing::Wrong } else { Standing::Unverified };
            return (standing, checked.then(|| self.about(&catalogue::NOTHING_QUOTED, places.checked)));
        }
        match agreement(&self.version.text, &wording.text) {
            Agreement::Exact if checked => (Standing::Agrees, None),
            Agreement::Exact => {
                let source = if wording.source.is_empty() { "…" } else { &wording.source };
                (
                    Standing::Unverified,
                    Some(self.about(&catalogue::COULD_BE_CHECKED, places.text).arg("source", source)),
                )
            }
            Agreement::Width { quoted, text } => {
                let standing = if checked { Standing::Agrees } else { Standing::Unverified };
                let found = self.about(&catalogue::QUOTATION_WIDTH, places.text).arg("quoted", quoted);
                (standing, Some(found.arg("text", text)))
            }
            Agreement::Differs { until, quoted, text } => {
                (Standing::Wrong, Some(self.other_words(&until, &quoted, &text)))
            }
        }
    }

    /// A message about the entry at `place`, or about the whole version.
    fn about(&self, entry: &'static Entry, place: Option<Span>) -> Diagnostic {
        let found = Diagnostic::new(entry, place.unwrap_or(self.version.span)).arg("name", &self.norm.name);
        found.arg("law", &self.version.law).arg("article", &self.version.article)
    }

    fn unknown_law(&self) -> Diagnostic {
        let title = &self.version.law;
        let mut titles = self.corpus.titles();
        let longer = titles.clone().find(|known| known.ends_with(title.as_str()));
        let near = longer.or_else(|| nearest(title, &mut titles));
        let (en, zh) = near.map(|near| (format!(" (`{near}`?)"), format!("（`{near}`？）"))).unwrap_or_default();
        self.about(&catalogue::UNKNOWN_LAW, Some(self.version.places.law)).texts("near", en, zh)
    }

    fn unknown_article(&self, articles: &Articles) -> Diagnostic {
        let (en, zh) = self.elsewhere(articles);
        self.about(&catalogue::UNKNOWN_ARTICLE, Some(self.version.places.article)).texts("elsewhere", en, zh)
    }

    /// Where else in the law the quoted words stand.
    fn elsewhere(&self, articles: &Articles) -> (String, String) {
        let quotes = |wording: &Wording| agreement(&self.version.text, &wording.text) == Agreement::Exact;
        let stand = articles.iter().find_map(|(heading, wordings)| {
            wordings.iter().find(|wording| quotes(wording)).map(|wording| (heading, wording.in_force))
        });
        let Some((heading, time)) = stand.filter(|_| !self.version.text.is_empty()) else { return Default::default() };
        let when = |lang| told([time].iter(), lang);
        (
            format!("; the quoted words stand in `{heading}` ({})", when(Lang::En)),
            format!("；所引文字见 `{heading}`（{}）", when(Lang::Zh)),
        )
    }

    fn other_time(&self, wordings: &[Wording]) -> Diagnostic {
        let known = |lang| told(wordings.iter().map(|wording| &wording.in_force), lang);
        let found = self.about(&catalogue::NOT_IN_CORPUS_THEN, Some(self.version.places.in_force));
        let found = found.texts("known", known(Lang::En), known(Lang::Zh));
        let time = |lang| told([self.version.in_force].iter(), lang);
        found.texts("time", time(Lang::En), time(Lang::Zh))
    }

    fn other_words(&self, until: &str, quoted: &str, text: &str) -> Diagnostic {
        let (en, zh) = match (until, text) {
            ("", _) => (format!("not even `{quoted}`"), format!("连 `{quoted}` 也没有")),
            (_, "") => (format!("the article ends with `{until}`"), format!("该条到 `{until}` 为止")),
            _ => (
                format!("`{until}` is followed by `{text}`, not by `{quoted}`"),
                format!("`{until}` 之后是 `{text}`，不是 `{quoted}`"),
            ),
        };
        self.about(&catalogue::QUOTATION_DIFFERS, self.version.places.text).texts("how", en, zh)
    }
}

/// The heading of an article without its paragraph and item: `第七十二条` of `第七十二条第二款`, `第一百三十四条之一` of itself.
fn heading(article: &str) -> &str {
    const NUMBERS: &str = "一二三四五六七八九十百零";
    let numbered = article.find('条').filter(|_| article.starts_with('第'));
    let Some(end) = numbered.map(|at| at + '条'.len_utf8()) else { return article };
    let Some(inserted) = article[end..].strip_prefix('之') else { return &article[..end] };
    let number: usize = inserted.chars().take_while(|sign| NUMBERS.contains(*sign)).map(char::len_utf8).sum();
    &article[..end + '之'.len_utf8() + number]
}

#[cfg(test)]
mod tests;
