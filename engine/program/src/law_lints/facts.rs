//! The facts about a program on which the rules about it work.

use std::collections::BTreeSet;

use diagnostics::Span;
use values::{Primitive, Value};

use crate::checked::{
    Atom, Body, Complete, ElementId, Law, Literal, LiteralKind, ModelId, NormId, Outcome, Program, Purpose, Read,
    RelId, Rule, Term,
};
use crate::law_lints::rules_about_law::Known;

/// Relations that are filled from outside of the rules: by records, findings, or what they observe.
pub(crate) fn filled(program: &Program) -> BTreeSet<RelId> {
    let is_filled = |id: &RelId| {
        let relation = program.relation(*id);
        relation.openness.finding.is_some() || matches!(relation.law, Law::DeltaOf(_) | Law::Equivalence)
    };
    let inputs = program.inputs.iter().map(|input| input.relation);
    inputs.chain(program.relation_ids().filter(is_filled)).collect()
}

/// The facts. `filled` are the relations with records, facts or findings; `impossible` are rules whose conditions contradict each other. The literals that facts have by number are returned with them.
pub(crate) fn known<'p>(
    program: &'p Program,
    filled: &BTreeSet<RelId>,
    impossible: &BTreeSet<usize>,
) -> (Known, Vec<&'p Literal>) {
    let mut known = Known { inputs: inputs(program), clues: clues(program), asked: asked(program), ..Known::default() };
    known.filled = filled.iter().copied().collect();
    for &id in &known.inputs {
        let openness = &program.relation(id).openness;
        if !matches!(openness.complete, Some(Complete::Everywhere { .. })) {
            known.incomplete.push(id);
        }
        if openness.complete.is_none() && openness.finding.is_none() {
            known.undeclared.push(id);
        }
    }
    let mut numbered = Vec::new();
    let mut ways = Ways { points: 0, known: &mut known };
    for (number, rule) in program.rules.iter().enumerate() {
        ways.rule(number, rule, impossible.contains(&number));
    }
    for (number, rule) in program.rules.iter().enumerate() {
        known.derives.extend(rule.heads.iter().map(|head| (number, head.relation)));
        rule.atoms(&mut |Read { atom, absent, positive, literal, .. }| {
            let relation = atom.relation;
            known.reads.push((number, relation));
            let index = numbered.len() as u32;
            match (absent, positive) {
                (false, true) => return,
                (false, false) => known.negated.push((number, relation, index)),
                (true, _) => known.absent.push((relation, index)),
            }
            numbered.push(literal);
        });
        known.cites.extend(rule.cites.iter().map(|norm| (number, *norm)));
        known.citing.extend((!rule.norms.is_empty()).then_some(number));
        known.floats.extend(float(rule).map(|_| number));
        known.clue_rules.extend(rule.clue.and(rule.model).map(|model| (number, model)));
    }
    let unverified = |norm: &NormId| program.norm(*norm).versions.iter().any(|version| version.checked.is_none());
    known.unverified = (0..program.norms.len() as u32).map(NormId).filter(unverified).collect();
    models(program, &mut known);
    (known, numbered)
}

/// The first place of a float in a rule.
pub(crate) fn float(rule: &Rule) -> Option<Span> {
    let variable = rule.variables.iter().find(|variable| variable.primitive == Primitive::Float);
    let mut literal_span = None;
    rule.body.literals(&mut |literal, _| {
        let found = match &literal.kind {
            LiteralKind::Compare { operand, .. } => *operand == Primitive::Float,
            kind => kind.terms().into_iter().any(is_float),
        };
        literal_span = literal_span.or(found.then_some(literal.span));
    });
    let head = rule.heads.iter().find(|head| head.args.iter().any(is_float));
    variable.map(|variable| variable.span).or(literal_span).or(head.map(|head| head.span))
}

fn is_float(term: &Term) -> bool {
    match term {
        Term::Constant(value) => matches!(value, Value::Float(_)),
        Term::Aggregate(aggregate) => aggregate.operand == Primitive::Float,
        Term::Call { functor, .. } => functor.result() == Primitive::Float || term.children().into_iter().any(is_float),
        term => term.children().into_iter().any(is_float),
    }
}

fn inputs(program: &Program) -> Vec<RelId> {
    let declared = |id: &RelId| program.relation(*id).purpose == Purpose::Declared;
    program.inputs.iter().map(|input| input.relation).filter(declared).collect()
}

fn clues(program: &Program) -> Vec<RelId> {
    program.relation_ids().filter(|id| program.relation(*id).clue.is_some()).collect()
}

fn asked(program: &Program) -> Vec<RelId> {
    let outputs = program.outputs.iter().map(|output| output.relation);
    let sizes = program.print_sizes.iter().map(|size| size.relation);
    let candidates = program.models.iter().filter_map(|model| model.candidate.as_ref()).map(|of| of.relation);
    let expected = program.tests.iter().flat_map(|test| &test.expectations);
    let expected = expected.filter(|expected| expected.outcome != Outcome::Fact).map(|expected| expected.relation);
    outputs.chain(sizes).chain(clues(program)).chain(candidates).chain(expected).collect()
}

/// Which rules serve which elements of which models; a shared element serves all models that share it.
fn models(program: &Program, known: &mut Known) {
    for (number, model) in program.models.iter().enumerate() {
        let model_id = ModelId(number as u32);
        for (index, element) in model.elements.iter().enumerate() {
            let own = ElementId { model: model_id, element: index as u32 };
            let meant = element.shared.unwrap_or(own);
            if element.shared.is_none() {
                known.elements.push(own);
            }
            let rules = program.rules.iter().enumerate().filter(|(_, rule)| rule.elements.contains(&meant));
            known.serves.extend(rules.map(|(rule, _)| (rule, model_id, meant)));
        }
    }
}

/// The ways through bodies, point by point.
struct Ways<'k> {
    points: u32,
    known: &'k mut Known,
}

impl Ways<'_> {
    fn rule(&mut self, number: usize, rule: &Rule, impossible: bool) {
        let (start, end) = (self.point(), self.point());
        if !impossible {
            self.known.starts.push(start);
        }
        self.body(&rule.body, start, end);
        self.known.ends.push((number, end));
    }

    fn point(&mut self) -> u32 {
        self.points += 1;
        self.points
    }

    fn body(&mut self, body: &Body, from: u32, to: u32) {
        match body {
            Body::All(parts) => {
                let mut at = from;
                for part in parts {
                    let next = self.point();
                    self.body(part, at, next);
                    at = next;
                }
                self.known.free.push((at, to));
            }
            Body::Any(parts) => parts.iter().for_each(|part| self.body(part, from, to)),
            Body::Literal(Literal { kind: LiteralKind::Atom(Atom { relation, .. }), .. }) => {
                self.known.needs.push((from, *relation, to));
            }
            Body::Literal(Literal { kind: LiteralKind::Truth(false), .. }) => {}
            Body::Not(_) | Body::Literal(_) => self.known.free.push((from, to)),
        }
    }
}
