//! `.test`: cases that lawyers wrote down.

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{Item, TestDecl, TestExpect, TestStatement, Token};
use values::{Composite, Value};

use crate::checked::{Atom, Expectation, Fact, Outcome, ParameterId, Term, Test};
use crate::components::SourceItem;
use crate::declarations::Declarations;
use crate::draft;
use crate::namespace::Namespace;
use crate::registry::{AS_OF, constant, twice};
use crate::report::Report;
use crate::rules::{self, Rules};

/// The tests among `items`.
pub(crate) fn read(items: &[SourceItem], declarations: &Declarations, rules: &Rules, report: &mut Report) -> Vec<Test> {
    let mut tests: Vec<Test> = Vec::new();
    report.leave();
    for SourceItem { file, item, namespace } in items {
        let Item::Test(decl) = item else { continue };
        let Some(title) = decl.title() else { continue };
        let (text, span) = (title.string_value().unwrap_or_default(), title.span(*file));
        if let Some(previous) = tests.iter().find(|test| test.title == text) {
            report.push(twice(".test", &text, span, previous.span));
            continue;
        }
        let (parameters, complete, given, expectations) = Default::default();
        let test = Test { title: text, parameters, complete, given, expectations, doc: decl.docs(), span };
        let damaged = declarations.damage.touches(decl.span(*file));
        let mut reader =
            Reader { file: *file, namespace, declarations, rules, report: &mut *report, set: Vec::new(), test };
        reader.statements(decl);
        if reader.test.expectations.is_empty() && !damaged && reader.report.errors() == 0 {
            let error = Diagnostic::new(&catalogue::MISSING_ENTRY, span).arg("key", "expect");
            reader.report.push(error.arg("directive", ".test"));
        }
        tests.push(reader.test);
    }
    tests
}

struct Reader<'a> {
    file: FileId,
    namespace: &'a Namespace,
    declarations: &'a Declarations,
    rules: &'a Rules,
    report: &'a mut Report,
    /// The parameters that have a value in this test, each with the place of its name.
    set: Vec<(ParameterId, Span)>,
    test: Test,
}

impl Reader<'_> {
    fn statements(&mut self, decl: &TestDecl) {
        for statement in decl.statements() {
            if self.declarations.damage.touches(statement.span(self.file)) {
                continue;
            }
            match &statement {
                TestStatement::AsOf(as_of) => {
                    if let Some(day) = as_of.date() {
                        let place =
                            Span { end: as_of.span(self.file).start + AS_OF.len() as u32, ..as_of.span(self.file) };
                        self.parameter(AS_OF, place, |reader, primitive| reader.day(&day, primitive));
                    }
                }
                TestStatement::Param(param) => {
                    if let (Some(name), Some(value)) = (param.name(), param.value()) {
                        let (file, types) = (self.file, &self.declarations.types);
                        let read = |reader: &mut Self, primitive| {
                            constant::value(&value, file, primitive, types, reader.report)
                        };
                        self.parameter(&name.dotted(), name.span(file), read);
                    }
                }
                TestStatement::Complete(complete) => {
                    if let Some(name) = complete.name() {
                        let Declarations { relations, damage, .. } = self.declarations;
                        let place = name.span(self.file);
                        let found = relations.known(&name.dotted(), place, self.namespace, damage, self.report);
                        self.test.complete.extend(found);
                    }
                }
                TestStatement::Given(given) => given.atoms().iter().for_each(|atom| self.given(atom)),
                TestStatement::Expect(expect) => {
                    let expectation = self.expectation(expect);
                    self.test.expectations.extend(expectation);
                }
            }
        }
    }

    /// A value for the parameter that is called `name` at `place`.
    fn parameter(
        &mut self,
        name: &str,
        place: Span,
        value: impl FnOnce(&mut Self, values::Primitive) -> Option<Value>,
    ) {
        const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
        let registry = &self.declarations.registry;
        let Some(id) = registry.parameter(name) else {
            let known = registry.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
            let near = self.report.near_or_all(name, known);
            let error = Diagnostic::new(&catalogue::UNKNOWN_RULE_PARAMETER, place).arg("name", name);
            self.report.push(error.list("near", near));
            return;
        };
        if let Some((_, previous)) = self.set.iter().find(|(set, _)| *set == id) {
            let error = Diagnostic::new(&catalogue::ENTRY_TWICE, place).arg("key", name);
            self.report.push(error.arg("directive", ".test").related(*previous, PREVIOUS));
            return;
        }
        self.set.push((id, place));
        let value = value(self, registry.parameters[id.0 as usize].primitive);
        self.test.parameters.extend(value.map(|value| (id, value)));
    }

    fn day(&mut self, day: &Token, primitive: values::Primitive) -> Option<Value> {
        constant::of_type(&constant::of_token(day, false, self.file)?, primitive, &self.declarations.types, self.report)
    }

    fn given(&mut self, atom: &syntax::ast::Atom) {
        let draft = draft::build_fact(atom, self.file, self.namespace, self.declarations, self.report);
        let lowered = rules::fact(&draft, self.declarations, self.report);
        let facts = lowered.into_iter().flatten().map(|atom| Fact { span: atom.span, atom });
        self.test.given.extend(facts);
    }

    fn expectation(&mut self, expect: &TestExpect) -> Option<Expectation> {
        let because = expect.because();
        let because = because.iter().filter_map(|name| self.reason(&name.dotted(), name.span(self.file))).collect();
        let words = expect.outcome();
        let written: Vec<&str> = words.iter().map(Token::text).collect();
        // Other words were reported.
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.words() == written.join(" "));
        let draft = draft::build_pattern(&expect.atom()?, self.file, self.namespace, self.declarations, self.report);
        let atom = rules::fact(&draft, self.declarations, self.report)?.into_iter().next()?;
        let args = atom.args.iter().map(|arg| self.constant(arg, &atom)).collect::<Option<_>>()?;
        let (outcome, relation, span) = (outcome?, atom.relation, expect.span(self.file));
        let declared = self.declarations.relations.get(relation);
        let possible = match outcome {
            Outcome::Clue | Outcome::NoClue | Outcome::Conditional | Outcome::Undetermined => {
                self.rules.clues[relation.0 as usize].is_some()
            }
            Outcome::Refer => declared.conflict.is_some(),
            Outcome::Fact | Outcome::NoFact => true,
        };
        if !possible {
            const DECLARED: Text = Text { en: "declared here", zh: "在此声明" };
            let error = Diagnostic::new(&catalogue::IMPOSSIBLE_OUTCOME, atom.span).arg("name", &declared.name);
            self.report.push(error.arg("outcome", outcome.words()).related(declared.span, DECLARED));
        }
        Some(Expectation { outcome, relation, args, because, span })
    }

    /// The value of an argument; nothing for `_`. An argument that has to be computed is reported.
    fn constant(&mut self, term: &Term, atom: &Atom) -> Option<Option<Value>> {
        if matches!(term, Term::Wildcard) {
            return Some(None);
        }
        let value = value(term, self.declarations);
        if value.is_none() {
            self.report.push(Diagnostic::new(&catalogue::FACT_NOT_CONSTANT, atom.span));
        }
        value.map(Some)
    }

    /// A name that can occur in the reason for an outcome.
    fn reason(&mut self, name: &str, span: Span) -> Option<(String, Span)> {
        let Declarations { relations, registry, damage, .. } = self.declarations;
        let labels = self.rules.rules.iter().map(|rule| rule.label.as_str());
        let is_known = relations.find(name, self.namespace).is_some()
            || registry.norm(name).is_some()
            || registry.element(name).is_some()
            || registry.parameter(name).is_some()
            || labels.clone().any(|label| label == name);
        if !is_known && !damage.is_excused(name, self.namespace) {
            let elements = registry.element_names();
            let known = relations.names().chain(labels).chain(registry.norms.iter().map(|norm| norm.name.as_str()));
            let near = self.report.nearest(name, known.chain(elements.iter().map(String::as_str))).map(str::to_owned);
            let error = Diagnostic::new(&catalogue::UNKNOWN_REASON, span).arg("name", name);
            self.report.push(match near {
                Some(near) => error.texts("near", format!("; `{near}` is near"), format!("；相近的有 `{near}`")),
                None => error.texts("near", String::new(), String::new()),
            });
        }
        is_known.then(|| (name.to_owned(), span))
    }
}

/// The value of a term without functors. Recursive, since the nesting of terms is bounded.
fn value(term: &Term, declarations: &Declarations) -> Option<Value> {
    match term {
        Term::Constant(value) => Some(value.clone()),
        Term::Composite { shape, branch, fields, .. } => {
            let fields = fields.iter().map(|field| value(field, declarations)).collect::<Option<_>>()?;
            let name = &declarations.types.branch(*shape, *branch).name;
            Some(Value::Composite(match declarations.types.composite(*shape).is_record {
                true => Composite::record(*shape, fields),
                false => Composite::branch(*shape, *branch, name, fields),
            }))
        }
        _ => None,
    }
}
