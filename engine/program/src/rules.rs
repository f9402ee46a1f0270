//! Rules and facts, one after the other, through all checks.

use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::ast::{self, Item};

use crate::annotations::{Marks, annotations, marks};
use crate::checked::{Annotation, Atom, Fact, Grade, RelId, Rule};
use crate::components::SourceItem;
use crate::counters::counts;
use crate::declarations::Declarations;
use crate::draft::{self, build};
use crate::infer::infer;
use crate::inlining::{Applied, Inlining};
use crate::legal::{self, Claim};
use crate::lower::{Lowered, lower};
use crate::namespace::Namespace;
use crate::report::Report;
use crate::{grounded, plans, subsets, subsumptions, templates};

/// A rule, fact or subsumption whose names are resolved.
pub(crate) struct Drafted<'a> {
    written: Written<'a>,
    file: FileId,
    pub(crate) namespace: Rc<Namespace>,
    marks: Marks,
    templates: Vec<templates::Written>,
    pub(crate) draft: draft::Rule,
    /// True where a syntax error lies inside it.
    damaged: bool,
}

/// As written.
#[derive(Clone, Copy)]
enum Written<'a> {
    Rule(&'a ast::Rule),
    Subsumption(&'a ast::Subsumption),
}

impl<'a> Drafted<'a> {
    /// The draft of a rule, fact or subsumption; `None` for other items, and for a subsumption that is none.
    pub(crate) fn of(item: &'a SourceItem, declarations: &Declarations, report: &mut Report) -> Option<Drafted<'a>> {
        let SourceItem { file, item, namespace } = item;
        let damaged = declarations.damage.touches(item.span(*file));
        let (written, annotations) = match item {
            Item::Rule(rule) => (Written::Rule(rule), rule.annotations()),
            Item::Subsumption(rule) if !damaged => (Written::Subsumption(rule), rule.annotations()),
            _ => return None,
        };
        report.enter(namespace);
        let marks = marks(&annotations, *file, report);
        let templates = templates::written(&annotations, *file, report);
        let mut silent = Report::default();
        let told = if damaged { &mut silent } else { report };
        let draft = match written {
            Written::Rule(rule) => build(rule, *file, namespace, &marks, declarations, told),
            Written::Subsumption(rule) => subsumptions::build(rule, *file, namespace, declarations, told)?,
        };
        Some(Drafted { written, file: *file, namespace: Rc::clone(namespace), marks, templates, draft, damaged })
    }

    pub(crate) fn is_subsumption(&self) -> bool {
        matches!(self.written, Written::Subsumption(_))
    }

    /// Where it is marked as a clue.
    pub(crate) fn is_clue(&self) -> bool {
        self.marks.clue.is_some()
    }
}

/// What a rule's annotations say.
struct Said {
    annotations: Vec<Annotation>,
    marks: Marks,
    templates: Vec<templates::Written>,
}

/// The rules and facts of a program.
#[derive(Default)]
pub(crate) struct Rules {
    /// All of them, facts too, in source order.
    pub(crate) drafts: Vec<draft::Rule>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) facts: Vec<Fact>,
    /// The best grade of each relation's rules.
    pub(crate) clues: Vec<Option<Grade>>,
    /// How many rules each relation has as its first head.
    ordinals: Vec<usize>,
    /// Drafts of the subsumptions, in source order, with the rules that they are.
    pub(crate) dominances: Vec<draft::Rule>,
    pub(crate) subsumptions: Vec<Rule>,
    /// The `.plan` directives, in source order.
    pub(crate) plans: Vec<plans::Written>,
    /// What rules say of others by their labels.
    pub(crate) claims: Vec<Claim>,
    /// Rules and facts that are not handed on.
    pub(crate) refused: Vec<Span>,
}

impl Rules {
    /// For a program with so many relations.
    pub(crate) fn new(relations: usize) -> Rules {
        Rules { clues: vec![None; relations], ordinals: vec![0; relations], ..Rules::default() }
    }

    /// Checks a rule, fact or subsumption and keeps it. The `.plan` of a subsumption has no effect, as none has on results.
    pub(crate) fn add(
        &mut self,
        drafted: Drafted<'_>,
        inlining: &Inlining,
        declarations: &Declarations,
        report: &mut Report,
    ) {
        let Drafted { written, file, marks, templates, draft, damaged, .. } = drafted;
        if draft.body.is_none() || matches!(written, Written::Subsumption(_)) {
            templates::misplaced(&templates, report);
        }
        let (draft, lowered) = match damaged {
            // What a syntax error left of a rule is good for its place in the strata only.
            true => (draft, None),
            false => match checked(draft, inlining, declarations, report) {
                Some(found) => found,
                None => return,
            },
        };
        match written {
            Written::Rule(rule) => {
                let said = Said { annotations: annotations(&rule.annotations(), file), marks, templates };
                self.add_rule((rule, file), said, (draft, lowered), declarations, report);
            }
            Written::Subsumption(rule) => {
                if let (Some(lowered), Some(relation)) = (lowered, draft.heads[0].relation) {
                    let texts = (annotations(&rule.annotations(), file), rule.docs());
                    let kept = self.rule(texts, lowered, &marks, (relation, declarations.name(relation)), draft.span);
                    self.subsumptions.push(kept);
                }
                self.dominances.push(draft);
            }
        }
    }

    fn add_rule(
        &mut self,
        (rule, file): (&ast::Rule, FileId),
        Said { annotations, marks, templates }: Said,
        (draft, lowered): (draft::Rule, Option<Lowered>),
        declarations: &Declarations,
        report: &mut Report,
    ) {
        let first = draft.heads.first().and_then(|head| head.relation);
        for relation in draft.heads.iter().filter_map(|head| head.relation) {
            let best = &mut self.clues[relation.0 as usize];
            *best = [*best, marks.clue].into_iter().flatten().min();
        }
        let plan = rule.plan().map(|plan| plans::Written { draft: self.drafts.len(), rule: None, plan, file });
        let is_fact = draft.body.is_none();
        let span = draft.span;
        self.drafts.push(draft);
        let (Some(lowered), Some(first)) = (lowered, first) else {
            self.refused.push(span);
            self.plans.extend(plan);
            return;
        };
        if is_fact {
            self.facts.extend(lowered.heads.into_iter().map(|atom| Fact { atom, span }));
        } else {
            self.plans.extend(plan.map(|plan| plans::Written { rule: Some(self.rules.len()), ..plan }));
            let texts = (annotations, rule.docs());
            let mut kept = self.rule(texts, lowered, &marks, (first, declarations.name(first)), span);
            kept.template = templates::of_rule(&templates, &kept, report);
            self.claims.extend(legal::apply(&mut kept, self.rules.len(), marks, declarations, report));
            self.rules.push(kept);
        }
    }

    fn rule(
        &mut self,
        (annotations, doc): (Vec<Annotation>, String),
        lowered: Lowered,
        marks: &Marks,
        (first, name): (RelId, &str),
        span: Span,
    ) -> Rule {
        let ordinal = &mut self.ordinals[first.0 as usize];
        *ordinal += 1;
        let label = marks.label.clone().unwrap_or_else(|| format!("{name}#{ordinal}"));
        Rule {
            norms: marks.norms.clone(),
            clue: marks.clue,
            annotations,
            doc,
            ..Rule::new(lowered.heads, lowered.body, lowered.variables, label, span)
        }
    }
}

/// Everything that is checked within one rule; `None` for a rule that is put in place of atoms only.
fn checked(
    draft: draft::Rule,
    inlining: &Inlining,
    declarations: &Declarations,
    report: &mut Report,
) -> Option<(draft::Rule, Option<Lowered>)> {
    let before = report.errors();
    if draft.body.is_none() {
        constant(&draft, report);
        authored(&draft, declarations, report);
    }
    let primitives = infer(&draft, declarations, report);
    if report.errors() == before {
        subsets::check(&draft, &primitives, declarations, report);
    }
    let (draft, primitives) = match inlining.apply(&draft, declarations, report) {
        Applied::Same => (draft, primitives),
        // Types are wrong where they were found to be, not where the rule is put.
        Applied::Other(_) if report.errors() > before => return Some((draft, None)),
        Applied::Other(other) => {
            let primitives = infer(&other, declarations, report);
            (*other, primitives)
        }
        Applied::Gone => return None,
    };
    grounded::check(&draft, &primitives, report);
    let lowered = lower(&draft, &primitives, declarations, report);
    Some((draft, lowered))
}

/// A finding says who found it.
fn authored(fact: &draft::Rule, declarations: &Declarations, report: &mut Report) {
    for head in &fact.heads {
        let Some(declared) = head.relation.map(|id| declarations.relations.get(id)) else { continue };
        if let Some(draft::Term::Constant(by)) = declared.openness.author().and_then(|by| head.args.get(by))
            && by.text.trim().is_empty()
        {
            report.push(Diagnostic::new(&catalogue::FINDING_WITHOUT_AUTHOR, by.span).arg("name", &declared.name));
        }
    }
}

/// The atoms of a fact that belongs to a test; `None` where something in it was or is reported.
pub(crate) fn fact(draft: &draft::Rule, declarations: &Declarations, report: &mut Report) -> Option<Vec<Atom>> {
    let before = report.errors();
    constant(draft, report);
    authored(draft, declarations, report);
    let primitives = infer(draft, declarations, report);
    if report.errors() == before {
        subsets::check(draft, &primitives, declarations, report);
    }
    let lowered = lower(draft, &primitives, declarations, report)?;
    (report.errors() == before).then_some(lowered.heads)
}

/// The arguments of a fact hold no variables and counters.
fn constant(fact: &draft::Rule, report: &mut Report) {
    for term in fact.heads.iter().flat_map(|head| &head.args) {
        let mut varies = counts(term);
        term.variables(&mut |_, _| varies = true);
        if varies {
            report.push(Diagnostic::new(&catalogue::FACT_NOT_CONSTANT, term.span()));
        }
    }
}
