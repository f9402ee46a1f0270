//! What a program consists of, for somebody who knows the law: models with their elements, norms, parameters, exceptions.

mod exceptions;
mod words;

use diagnostics::{Files, Lang, Span, Text};
use program::checked::{ElementId, Model, ModelId, NormId, Parameter, ParameterValue, Program, Rule};

use self::words as say;
use crate::datalog::rule_text;
use crate::fact::{constant, safe};
use crate::norms::{time, version};
use crate::{fill, wrap};

/// The program's models, norms, parameters and exceptions, in lines of at most `width` columns. Empty where it has none of them.
pub fn outline(program: &Program, files: &Files, lang: Lang, width: usize) -> String {
    let mut outline = Outline { program, files, lang, width, out: String::new() };
    for id in (0..program.models.len() as u32).map(ModelId) {
        outline.model(id);
    }
    outline.other_exceptions();
    outline.norms();
    outline.parameters();
    outline.policies();
    outline.out
}

/// The rules of the program in the rule language, each behind its name and place. Variables of one name are told apart by numbers.
pub fn compiled(program: &Program, files: &Files) -> String {
    let rule = |rule: &Rule| {
        let place = format!("{}:{}", files.name(rule.span), files.place(rule.span).line);
        format!("// {}, {place}\n{}\n", safe(&rule.label), rule_text(rule, program))
    };
    program.rules.iter().map(rule).collect::<Vec<_>>().join("\n")
}

struct Outline<'p> {
    program: &'p Program,
    files: &'p Files,
    lang: Lang,
    width: usize,
    out: String,
}

impl Outline<'_> {
    fn model(&mut self, id: ModelId) {
        let model = self.program.model(id);
        let names = [("name", safe(&model.name)), ("title", safe(&model.title)), ("place", self.place(model.span))];
        self.heading(say::MODEL, &names.each_ref().map(|(name, value)| (*name, value.as_str())));
        if let Some(candidate) = &model.candidate {
            let relation = self.program.relation(candidate.relation);
            let columns = candidate.columns.iter().map(|at| relation.columns[*at].name.as_str()).collect::<Vec<_>>();
            let candidate = format!("{}({})", relation.name, columns.join(", "));
            self.line(1, &self.filled(say::CANDIDATE, &[("candidate", &candidate)]));
        }
        for (number, element) in (0..).zip(&model.elements) {
            let own = ElementId { model: id, element: number };
            self.line(1, &format!("{} {}", safe(&element.key), safe(&element.text)));
            if let Some(shared) = element.shared {
                let with: &Model = self.program.model(shared.model);
                let with = format!("{}.{}", with.name, with.elements[shared.element as usize].key);
                self.line(2, &self.filled(say::SHARED, &[("element", &with)]));
            }
            let element = element.shared.unwrap_or(own);
            let rules = self.rules(|rule| rule.elements.contains(&element));
            if rules.is_empty() {
                self.line(2, say::NO_RULE.get(self.lang));
            }
            rules.into_iter().for_each(|rule| self.rule(2, rule));
        }
        let clues = self.rules(|rule| rule.model == Some(id) && rule.clue.is_some());
        if !clues.is_empty() {
            self.line(1, say::CLUES.get(self.lang));
        }
        clues.into_iter().for_each(|rule| self.rule(2, rule));
    }

    /// The rules that are meant, by number.
    fn rules(&self, is_meant: impl Fn(&Rule) -> bool) -> Vec<usize> {
        (0..self.program.rules.len()).filter(|number| is_meant(&self.program.rules[*number])).collect()
    }

    /// A rule and its exceptions.
    fn rule(&mut self, level: usize, number: usize) {
        self.rule_line(level, number);
        self.exceptions(level + 1, number);
    }

    /// A rule with what it concludes and the norms it cites.
    fn rule_line(&mut self, level: usize, number: usize) {
        let rule = &self.program.rules[number];
        let heads = rule.heads.iter().map(|head| self.files.snippet(head.span)).collect::<Vec<_>>().join(", ");
        let heads = heads.split_whitespace().collect::<Vec<_>>().join(" ");
        let grade = rule.clue.map(|grade| self.filled(say::GRADE, &[("grade", grade.name())])).unwrap_or_default();
        let norms = rule.norms.iter().map(|norm| safe(norm)).collect::<Vec<_>>().join(say::LIST.get(self.lang));
        let norms = if norms.is_empty() { norms } else { self.filled(say::CITES, &[("norms", &norms)]) };
        let values = [
            ("rule", safe(&rule.label)),
            ("place", self.place(rule.span)),
            ("grade", grade),
            ("heads", safe(&heads)),
            ("norms", norms),
        ];
        let line = self.filled(say::RULE, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        self.line(level, &line);
    }

    fn norms(&mut self) {
        if self.program.norms.is_empty() {
            return;
        }
        self.heading(say::NORMS, &[]);
        let mut uncited = 0;
        for (id, norm) in (0..).zip(&self.program.norms) {
            let cited = self.rules(|rule| rule.cites.contains(&NormId(id)));
            if cited.is_empty() {
                // A library declares more than one model cites.
                uncited += 1;
                continue;
            }
            let labels = cited.iter().map(|rule| format!("`{}`", safe(&self.program.rules[*rule].label)));
            let labels = labels.collect::<Vec<_>>().join(say::LIST.get(self.lang));
            let by = self.filled(say::CITED, &[("rules", &labels)]);
            self.line(1, &self.filled(say::NORM, &[("name", &safe(&norm.name)), ("by", &by)]));
            norm.versions.iter().for_each(|told| {
                let checked = told.checked.as_ref().map(|checked| {
                    let (on, against) = (checked.on.to_string(), safe(&checked.against));
                    self.filled(say::CHECKED, &[("on", &on), ("against", &against)])
                });
                self.line(2, &(version(told, self.lang) + &checked.unwrap_or_default()));
            });
        }
        if uncited > 0 {
            self.line(1, &self.filled(say::UNCITED, &[("count", &uncited.to_string())]));
        }
    }

    fn parameters(&mut self) {
        if self.program.parameters.is_empty() {
            return;
        }
        self.heading(say::PARAMETERS, &[]);
        for parameter in &self.program.parameters {
            match &parameter.values[..] {
                [] => self.line(1, &self.filled(say::UNSET, &[("name", &safe(&parameter.name))])),
                values => values.iter().for_each(|value| self.value(parameter, value)),
            }
        }
    }

    fn value(&mut self, parameter: &Parameter, value: &ParameterValue) {
        let keys = value.keys.iter().map(constant).collect::<Vec<_>>().join(", ");
        let keys = if keys.is_empty() { keys } else { format!("({keys})") };
        let time = value.applies.map(|interval| self.filled(say::TIME, &[("time", &time(interval, self.lang))]));
        let source = match (parameter.replaced, value.source.as_str()) {
            (true, _) => say::SET.get(self.lang).to_owned(),
            (false, "") => say::NO_SOURCE.get(self.lang).to_owned(),
            (false, source) => self.filled(say::SOURCE, &[("source", &safe(source))]),
        };
        let line =
            format!("{}{keys} = {}{}{source}", safe(&parameter.name), constant(&value.value), time.unwrap_or_default());
        self.line(1, &line);
    }

    fn policies(&mut self) {
        if self.program.policies.is_empty() {
            return;
        }
        self.heading(say::POLICIES, &[]);
        for policy in &self.program.policies {
            let norms = policy.norms.iter().map(|norm| safe(norm)).collect::<Vec<_>>().join(say::LIST.get(self.lang));
            let norms = if norms.is_empty() { norms } else { self.filled(say::CITES, &[("norms", &norms)]) };
            self.line(1, &format!("{}{norms}", safe(&policy.name)));
        }
    }

    fn heading(&mut self, text: Text, values: &[(&str, &str)]) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(0, &self.filled(text, values));
    }

    fn line(&mut self, level: usize, text: &str) {
        let lead = "  ".repeat(level);
        wrap(&mut self.out, text, self.width, &lead, &format!("{lead}    "));
    }

    fn filled(&self, text: Text, values: &[(&str, &str)]) -> String {
        fill(text, self.lang, values)
    }

    fn place(&self, span: Span) -> String {
        format!("{}:{}", self.files.name(span), self.files.place(span).line)
    }
}
