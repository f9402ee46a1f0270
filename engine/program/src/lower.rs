//! Drafts with their types to the checked program. What only now shows to be wrong is reported: constants that their type
//! cannot hold, ratios of decimals where a value is needed, patterns that are no regular expressions.

mod term;

use diagnostics::{Diagnostic, catalogue};
use regex::Regex;
use values::{Primitive, Value};

use crate::alternatives::{Signed, alternatives};
use crate::checked::{self, Aggregate, Comparison, Contribution, LiteralKind, TextTest, Variable};
use crate::declarations::Declarations;
use crate::draft::{self, Atom, Body, Literal, Rule, Term};
use crate::infer::Primitives;
use crate::report::Report;

/// Heads, body and variables of a rule; `None` where something in it was or is reported.
pub(crate) fn lower(
    rule: &Rule,
    primitives: &Primitives,
    declarations: &Declarations,
    report: &mut Report,
) -> Option<Lowered> {
    let mut lowering = Lowering { rule, primitives, declarations, report };
    let heads = whole(rule.heads.iter().map(|head| lowering.atom(head)).collect());
    let body = match &rule.body {
        Some(body) => lowering.body(body),
        None => Some(checked::Body::All(Vec::new())),
    };
    let variables = whole(rule.variables.iter().map(|variable| variable_of(variable, primitives)).collect());
    Some(Lowered { heads: heads?, body: body?, variables: variables? })
}

/// The checked parts of a rule.
pub(crate) struct Lowered {
    pub(crate) heads: Vec<checked::Atom>,
    pub(crate) body: checked::Body,
    pub(crate) variables: Vec<Variable>,
}

fn variable_of(variable: &draft::Variable, primitives: &Primitives) -> Option<Variable> {
    let primitive = primitives.node(variable.node)?;
    Some(Variable { name: variable.name.clone(), primitive, span: variable.span })
}

/// All of them or nothing; made when each has been looked at, so that each has been reported.
fn whole<T>(parts: Vec<Option<T>>) -> Option<Vec<T>> {
    parts.into_iter().collect()
}

struct Lowering<'a> {
    rule: &'a Rule,
    primitives: &'a Primitives,
    declarations: &'a Declarations,
    report: &'a mut Report,
}

impl Lowering<'_> {
    fn atom(&mut self, atom: &Atom) -> Option<checked::Atom> {
        let args = whole(atom.args.iter().map(|term| self.term(term)).collect())?;
        Some(checked::Atom { relation: atom.relation?, args, span: atom.span })
    }

    fn body(&mut self, body: &Body) -> Option<checked::Body> {
        Some(match body {
            Body::All(parts) => checked::Body::All(whole(parts.iter().map(|part| self.body(part)).collect())?),
            Body::Any(parts) => checked::Body::Any(whole(parts.iter().map(|part| self.body(part)).collect())?),
            Body::Not(inner) => checked::Body::Not(Box::new(self.body(inner)?)),
            Body::Literal(literal) => checked::Body::Literal(self.literal(literal)?),
        })
    }

    fn literal(&mut self, literal: &Literal) -> Option<checked::Literal> {
        let kind = match &literal.kind {
            draft::LiteralKind::Atom(atom) => LiteralKind::Atom(self.atom(atom)?),
            draft::LiteralKind::Compare { op, left, right } => {
                let operand = self.primitives.term(self.rule, left);
                if let (Some(Primitive::Composite(shape)), true) = (operand, is_order(*op)) {
                    let error = Diagnostic::new(&catalogue::ORDER_OF_COMPOSITES, left.span()).arg("op", op.symbol());
                    self.report.push(error.arg("type", &self.declarations.types.composite(shape).name));
                }
                let (left, right) = (self.side(left), self.side(right));
                LiteralKind::Compare { op: *op, left: left?, right: right?, operand: operand? }
            }
            draft::LiteralKind::Text { test, args: [pattern, text] } => {
                let (pattern, text) = (self.term(pattern), self.term(text));
                if let (TextTest::Match, Some(checked::Term::Constant(Value::Symbol(pattern)))) = (test, &pattern)
                    && Regex::new(pattern).is_err()
                {
                    let warning = Diagnostic::new(&catalogue::ILL_FORMED_PATTERN, literal.span);
                    self.report.push(warning.arg("pattern", pattern));
                }
                LiteralKind::Text { test: *test, pattern: pattern?, text: text? }
            }
            draft::LiteralKind::Truth(truth) => LiteralKind::Truth(*truth),
            draft::LiteralKind::Absent(absent) => LiteralKind::Absent(self.absent(absent)?),
            draft::LiteralKind::Broken(terms) => {
                terms.iter().for_each(|term| drop(self.term(term)));
                return None;
            }
        };
        Some(checked::Literal { index: literal.index, kind, role: checked::Role::Written, span: literal.span })
    }

    fn absent(&mut self, absent: &draft::Absent) -> Option<checked::Absent> {
        let atom = self.atom(&absent.atom);
        let within = absent.within.iter().map(|extent| {
            let column = &self.declarations.relations.get(extent.column.0).columns[extent.column.1];
            let (from, to) = (self.term(&extent.from), extent.to.as_ref().map(|to| self.term(to)));
            Some(checked::Extent {
                column: column.name.clone(),
                from: from?,
                to: match to {
                    Some(to) => Some(to?),
                    None => None,
                },
                primitive: column.primitive(&self.declarations.types)?,
                span: extent.span,
            })
        });
        let within = whole(within.collect());
        Some(checked::Absent { atom: atom?, within: within?, form: absent.form })
    }

    fn aggregate(&mut self, aggregate: &draft::Aggregate) -> Option<checked::Term> {
        let operand = self.primitives.node(aggregate.node);
        let target = aggregate.target.as_ref().map(|target| self.term(target));
        let body = self.body(&aggregate.body);
        let contribution = contribution(&aggregate.body);
        Some(checked::Term::Aggregate(Box::new(Aggregate {
            op: aggregate.op,
            target: match target {
                Some(target) => Some(target?),
                None => None,
            },
            operand: operand?,
            body: body?,
            injected: aggregate.injected.clone(),
            local: aggregate.local.clone(),
            witnesses: aggregate.witnesses.clone(),
            contribution,
            span: aggregate.span,
        })))
    }
}

fn is_order(op: Comparison) -> bool {
    !matches!(op, Comparison::Equal | Comparison::NotEqual)
}

/// One positive atom, nothing repeated in it, no aggregate and no range anywhere: every tuple counts.
fn contribution(body: &Body) -> Contribution {
    let literals = alternatives(body).and_then(|mut found| found.pop()).unwrap_or_default();
    let mut atoms = Vec::new();
    let mut plain = true;
    for Signed { literal, positive } in literals {
        if let (draft::LiteralKind::Atom(atom), true) = (&literal.kind, positive) {
            atoms.push(atom);
        }
        plain &= literal.kind.terms().into_iter().all(is_plain);
    }
    let [atom] = atoms.as_slice() else { return Contribution::Assignment };
    let mut seen = Vec::new();
    atom.args.iter().for_each(|term| term.variables(&mut |id, _| seen.push(id)));
    let count = seen.len();
    seen.sort_unstable();
    seen.dedup();
    if plain && seen.len() == count { Contribution::Tuple } else { Contribution::Assignment }
}

fn is_plain(term: &Term) -> bool {
    let mut plain = match term {
        Term::Aggregate(_) => false,
        Term::Call(call) => call.operation.name != "range",
        _ => true,
    };
    term.children(&mut |child| plain &= is_plain(child));
    plain
}
