//! Rules and facts, one after the other, through all checks.

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::ast;

use crate::annotations::{Marks, annotations, marks};
use crate::checked::{Annotation, Fact, Grade, RelId, Rule};
use crate::counters::counts;
use crate::declarations::Declarations;
use crate::draft::{self, build};
use crate::infer::infer;
use crate::lower::{Lowered, lower};
use crate::namespace::Namespace;
use crate::plans::Written;
use crate::report::Report;
use crate::{grounded, subsets, subsumptions};

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
    pub(crate) plans: Vec<Written>,
    /// Rules and facts that are not handed on.
    pub(crate) refused: Vec<Span>,
}

impl Rules {
    /// For a program with so many relations.
    pub(crate) fn new(relations: usize) -> Rules {
        Rules { clues: vec![None; relations], ordinals: vec![0; relations], ..Rules::default() }
    }

    /// Checks a rule or fact and keeps it.
    pub(crate) fn add(
        &mut self,
        rule: &ast::Rule,
        file: FileId,
        namespace: &Namespace,
        declarations: &Declarations,
        report: &mut Report,
    ) {
        let marks = marks(&rule.annotations(), file, report);
        let (draft, lowered) = match declarations.damage.touches(rule.span(file)) {
            // What a syntax error left of a rule is good for its place in the strata only.
            true => (build(rule, file, namespace, declarations, &mut Report::default()), None),
            false => {
                let draft = build(rule, file, namespace, declarations, report);
                let lowered = checked(&draft, declarations, report);
                (draft, lowered)
            }
        };
        let first = draft.heads.first().and_then(|head| head.relation);
        for relation in draft.heads.iter().filter_map(|head| head.relation) {
            let best = &mut self.clues[relation.0 as usize];
            *best = [*best, marks.clue].into_iter().flatten().min();
        }
        let plan = rule.plan().map(|plan| Written { draft: self.drafts.len(), rule: None, plan, file });
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
            self.plans.extend(plan.map(|plan| Written { rule: Some(self.rules.len()), ..plan }));
            let texts = (annotations(&rule.annotations(), file), rule.docs());
            let kept = self.rule(texts, lowered, marks, (first, declarations.name(first)), span);
            self.rules.push(kept);
        }
    }

    /// Checks a subsumption and keeps it. Its `.plan` has no effect, as none has on results.
    pub(crate) fn subsume(
        &mut self,
        written: &ast::Subsumption,
        file: FileId,
        namespace: &Namespace,
        declarations: &Declarations,
        report: &mut Report,
    ) {
        if declarations.damage.touches(written.span(file)) {
            return;
        }
        let marks = marks(&written.annotations(), file, report);
        let Some(draft) = subsumptions::build(written, file, namespace, declarations, report) else { return };
        let lowered = checked(&draft, declarations, report);
        if let (Some(lowered), Some(relation)) = (lowered, draft.heads[0].relation) {
            let texts = (annotations(&written.annotations(), file), written.docs());
            let kept = self.rule(texts, lowered, marks, (relation, declarations.name(relation)), draft.span);
            self.subsumptions.push(kept);
        }
        self.dominances.push(draft);
    }

    fn rule(
        &mut self,
        (annotations, doc): (Vec<Annotation>, String),
        lowered: Lowered,
        marks: Marks,
        (first, name): (RelId, &str),
        span: Span,
    ) -> Rule {
        let ordinal = &mut self.ordinals[first.0 as usize];
        *ordinal += 1;
        Rule {
            heads: lowered.heads,
            body: lowered.body,
            variables: lowered.variables,
            label: marks.label.unwrap_or_else(|| format!("{name}#{ordinal}")),
            norms: marks.norms,
            clue: marks.clue,
            annotations,
            doc,
            plans: Vec::new(),
            span,
        }
    }
}

/// Everything that is checked within one rule.
fn checked(draft: &draft::Rule, declarations: &Declarations, report: &mut Report) -> Option<Lowered> {
    let before = report.errors();
    if draft.body.is_none() {
        constant(draft, report);
    }
    let primitives = infer(draft, declarations, report);
    if report.errors() == before {
        subsets::check(draft, &primitives, declarations, report);
    }
    let inline = draft.heads.iter().filter_map(|head| head.relation);
    let inline = inline.into_iter().any(|head| declarations.relations.get(head).inline.is_some());
    grounded::check(draft, &primitives, inline, report);
    lower(draft, &primitives, declarations, report)
}

/// The arguments of a fact hold no variables, counters and aggregates.
fn constant(fact: &draft::Rule, report: &mut Report) {
    for term in fact.heads.iter().flat_map(|head| &head.args) {
        let mut varies = counts(term);
        term.variables(&mut |_, _| varies = true);
        term.aggregates(&mut |_| varies = true);
        if varies {
            report.push(Diagnostic::new(&catalogue::FACT_NOT_CONSTANT, term.span()));
        }
    }
}
