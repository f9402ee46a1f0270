//! `.norm`

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{Item, NormDecl};

use super::entries::{Entries, Keys};
use crate::checked::{Norm, NormVersion, Rank, Verification, VersionPlaces};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::report::Report;

const KEYS: Keys =
    Keys { directive: ".norm", known: &["law", "article", "rank", "in_force", "text", "checked"], repeatable: &[] };

/// The norms that `items` declare.
pub(super) fn read(items: &[SourceItem], damage: &Damage, report: &mut Report) -> Vec<Norm> {
    let mut norms: Vec<Norm> = Vec::new();
    for SourceItem { file, item, .. } in items {
        let Item::Norm(decl) = item else { continue };
        let Some(name) = decl.name() else { continue };
        let (text, span) = (name.dotted(), name.span(*file));
        if let Some(previous) = norms.iter().find(|norm| norm.name == text) {
            report.push(super::twice(".norm", &text, span, previous.span));
            continue;
        }
        let mut versions = versions(decl, *file, span, damage, report);
        versions.sort_by_key(|version| version.in_force);
        neighbours(&versions, &text, report);
        norms.push(Norm { name: text, versions, doc: decl.docs(), span });
    }
    norms
}

fn versions(decl: &NormDecl, file: FileId, name: Span, damage: &Damage, report: &mut Report) -> Vec<NormVersion> {
    let around = Entries::read(&decl.entries(), file, &KEYS, report);
    let written = decl.versions();
    if written.is_empty() {
        let whole = Place { needs: name, whole: decl.span(file), damaged: damage.touches(decl.span(file)) };
        return version(&around, &whole, report).into_iter().collect();
    }
    let versions = written.iter().filter_map(|written| {
        let whole = written.span(file);
        let word = Span { end: whole.start + "version".len() as u32, ..whole };
        let entries = Entries::read(&written.entries(), file, &KEYS, report).within(&around, report);
        version(&entries, &Place { needs: word, whole, damaged: damage.touches(decl.span(file)) }, report)
    });
    versions.collect()
}

/// Where a version stands.
struct Place {
    /// Where a missing entry is reported.
    needs: Span,
    whole: Span,
    /// True where a syntax error may have hidden an entry.
    damaged: bool,
}

/// `None` where something that it needs is missing or wrong, which was reported.
fn version(entries: &Entries, place: &Place, report: &mut Report) -> Option<NormVersion> {
    let needed = |key: &'static str, report: &mut Report| entries.needed(key, place.needs, place.damaged, report);
    let (law, article, in_force) = (needed("law", report), needed("article", report), needed("in_force", report));
    let (text, checked) = (entries.get("text"), entries.get("checked"));
    let rank = entries.get("rank").and_then(|value| value.word(&Rank::NAMES, report));
    let title = law.and_then(|value| value.string(report));
    let heading = article.and_then(|value| value.string(report));
    let interval = in_force.and_then(|value| value.interval(report));
    let words = text.and_then(|value| value.string(report)).unwrap_or_default();
    let verification = checked.and_then(|value| value.comparison(report));
    Some(NormVersion {
        law: title?,
        article: heading?,
        rank,
        in_force: interval?,
        text: words,
        checked: verification.map(|(on, against)| Verification { on, against }),
        span: place.whole,
        places: VersionPlaces {
            law: law?.span,
            article: article?.span,
            in_force: in_force?.span,
            text: text.map(|value| value.span),
            checked: checked.map(|value| value.span),
        },
    })
}

/// Versions that follow each other leave no day between them and share none.
fn neighbours(versions: &[NormVersion], name: &str, report: &mut Report) {
    const BEFORE: Text = Text { en: "the version before it", zh: "前一版本" };
    for pair in versions.windows(2) {
        let [earlier, later] = pair else { continue };
        let (first, second) = (earlier.in_force, later.in_force);
        let entry = match first.to {
            _ if first.meets(&second) => &catalogue::OVERLAPPING_TIMES,
            Some(to) if second.from.days_since(to) > 1 => &catalogue::GAP_BETWEEN_VERSIONS,
            _ => continue,
        };
        let found = Diagnostic::new(entry, later.places.in_force).arg("name", name);
        let found = found.arg("to", first.to.map_or_else(String::new, |to| to.to_string())).arg("from", second.from);
        report.push(found.related(earlier.places.in_force, BEFORE));
    }
}
