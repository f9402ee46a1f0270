//! What the steps of a page are about, each told once: rules, articles, relations, records.

use std::collections::BTreeMap;

use diagnostics::Lang;
use program::checked::{NormId, RelId, VarId};
use serde_json::{Map, Value as Json, json};
use values::Value;

use super::records::Shown;
use crate::html::visible;
use crate::told::{Context, shown, undeclared};

/// Characters of a rule's text.
const RULE_CHARS: usize = 4_000;

/// The rules, articles, relations and records that steps refer to, numbered in the order in which they were met.
pub(super) struct Things<'p> {
    context: Context<'p>,
    rules: Numbered<usize>,
    norms: Numbered<(NormId, usize)>,
    relations: BTreeMap<RelId, usize>,
    records: Shown,
}

/// Things with numbers in the order in which they were met.
struct Numbered<T> {
    numbers: BTreeMap<T, usize>,
    things: Vec<T>,
}

impl<T: Ord + Copy> Numbered<T> {
    fn new() -> Self {
        Self { numbers: BTreeMap::new(), things: Vec::new() }
    }

    fn number(&mut self, thing: T) -> usize {
        *self.numbers.entry(thing).or_insert_with(|| {
            self.things.push(thing);
            self.things.len() - 1
        })
    }
}

impl<'p> Things<'p> {
    pub fn new(context: Context<'p>) -> Self {
        let (rules, norms) = (Numbered::new(), Numbered::new());
        Self { context, rules, norms, relations: BTreeMap::new(), records: Shown::default() }
    }

    /// That a step is about a rule, with the articles it cites and the values of its variables.
    pub fn put_rule(
        &mut self,
        step: &mut Map<String, Json>,
        rule: usize,
        norms: Vec<(NormId, usize)>,
        bindings: &[(VarId, Value)],
    ) {
        let mut put = |key: &str, value: Json| step.insert(key.to_string(), value);
        put("r", json!(self.rules.number(rule)));
        let norms = norms.into_iter().map(|norm| self.norms.number(norm)).collect::<Vec<_>>();
        if !norms.is_empty() {
            put("n", json!(norms));
        }
        let variables = &self.context.model.program.rules[rule].variables;
        let binding =
            |(id, value): &(VarId, Value)| json!([visible(&variables[id.0 as usize].name), visible(&shown(value).0)]);
        put("v", bindings.iter().map(binding).collect());
    }

    /// That a step is about the record in this row, if there is one.
    pub fn put_record(&mut self, step: &mut Map<String, Json>, relation: RelId, row: u32) {
        if let Some(files) = self.records.take(&self.context, relation, row) {
            let next = self.relations.len();
            let number = *self.relations.entry(relation).or_insert(next);
            step.insert("rel".to_string(), json!(number));
            step.insert("row".to_string(), json!(row));
            step.insert("in".to_string(), json!(files));
        }
    }

    /// All of them, as parts of the data of a page.
    pub fn put_all(self, page: &mut Map<String, Json>) {
        let rules = self.rules.things.iter().map(|rule| self.rule(*rule)).collect::<Vec<_>>();
        let norms = self.norms.things.iter().map(|(norm, version)| self.norm(*norm, *version)).collect::<Vec<_>>();
        let mut relations = self.relations.iter().map(|(id, number)| (*number, *id)).collect::<Vec<_>>();
        relations.sort_unstable();
        let relations = relations.into_iter().map(|(_, id)| self.relation(id)).collect::<Vec<_>>();
        let [records, digests] = self.records.json(&self.relations);
        let things = [("rules", rules.into()), ("norms", norms.into()), ("relations", relations.into())];
        page.extend(
            things
                .into_iter()
                .chain([("records", records), ("digests", digests)])
                .map(|(name, value)| (name.to_string(), value)),
        );
    }

    fn rule(&self, rule: usize) -> Json {
        let (program, files) = (self.context.model.program, self.context.files);
        let written = &program.rules[rule];
        let place = format!("{}:{}", files.name(written.span), files.place(written.span).line);
        let source = files.snippet(written.span);
        let source = match source.char_indices().nth(RULE_CHARS) {
            None => visible(source),
            Some((end, _)) => visible(&source[..end]) + "…",
        };
        let others = undeclared(written, program).map(visible).collect::<Vec<_>>();
        json!({
            "label": visible(&written.label), "place": visible(&place), "doc": visible(&prose::reflow(written.doc.trim())), "text": source, "norms": others,
        })
    }

    fn norm(&self, norm: NormId, version: usize) -> Json {
        let version = &self.context.model.program.norm(norm).versions[version];
        let title = [Lang::En, Lang::Zh].map(|lang| prose::norms::article(version, lang));
        let checked = version.checked.as_ref();
        json!({
            "title": texts(title), "from": version.in_force.from.to_string(), "to": version.in_force.to.map(|day| day.to_string()),
            "text": visible(&version.text),
            "checked": checked.map(|checked| json!({"on": checked.on.to_string(), "against": visible(&checked.against)})),
        })
    }

    fn relation(&self, id: RelId) -> Json {
        let relation = self.context.model.program.relation(id);
        let columns = relation.columns.iter().map(|column| visible(&column.name)).collect::<Vec<_>>();
        json!({"name": visible(&relation.name), "columns": columns})
    }
}

/// A text that is the same in both languages.
pub(super) fn text(text: &str) -> Json {
    Json::from(visible(text))
}

/// A text in English and in Chinese; one where both are the same.
pub(super) fn texts([en, zh]: [String; 2]) -> Json {
    if en == zh { text(&en) } else { json!([visible(&en), visible(&zh)]) }
}
