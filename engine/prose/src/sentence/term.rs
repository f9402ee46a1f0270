//! Terms in words: variables with their values, what is computed with its result.

use diagnostics::Text;
use eval::Quantity;
use program::checked::{Functor, LiteralKind, Rule, Term, VarId};
use proof::{Node, NodeId};
use values::Value;

use super::origin::Origin;
use super::{Sentences, call, worded};
use crate::fact::quantity;
use crate::phrase::fill_spaced as fill;

const NAMED: Text = Text { en: "{name} ({value})", zh: "{name}（{value}）" };
const RESULT: Text = Text { en: "{words} = {value}", zh: "{words} = {value}" };
const DAY: Text = Text { en: "{words} (= {value})", zh: "{words}（即 {value}）" };
const IS: Text = Text { en: "{left} is {right}", zh: "{left}即{right}" };
const RANGE: Text = Text { en: "one of range({args})", zh: "range({args}) 中的一个" };

/// The variables of a rule with the values that they had.
pub(super) struct Scope<'d> {
    pub(super) rule: &'d Rule,
    bindings: &'d [(VarId, Value)],
}

impl Scope<'_> {
    pub(super) fn name(&self, id: VarId) -> &str {
        &self.rule.variables[id.0 as usize].name
    }

    pub(super) fn value(&self, id: VarId) -> Option<&Value> {
        self.bindings.iter().find(|(known, _)| *known == id).map(|(_, value)| value)
    }
}

impl<'d> Sentences<'d> {
    /// The comparison in the rule's text that the node fulfils: its sides, and the values of its variables.
    pub(super) fn compared(&self, id: NodeId) -> Option<([&'d Term; 2], Scope<'d>)> {
        let Origin { fact, literal } = self.origins[id]?;
        let Node::Fact { rule, alternative, bindings, .. } = &self.steps.derivation.nodes[fact] else { return None };
        let signed = self.steps.rules.literal(*rule, *alternative, literal)?;
        let LiteralKind::Compare { left, right, .. } = &signed.literal.kind else { return None };
        Some(([left, right], Scope { rule: self.steps.rules.rule(*rule), bindings }))
    }

    /// Both sides of a comparison: by their names where the rule's text is known.
    pub(super) fn sides(&self, id: NodeId, values: [&Quantity; 2]) -> [String; 2] {
        match self.compared(id) {
            Some((terms, scope)) => [0, 1].map(|side| self.side(terms[side], values[side], &scope)),
            None => values.map(shown),
        }
    }

    fn side(&self, term: &Term, value: &Quantity, scope: &Scope<'_>) -> String {
        match term {
            Term::Variable(id) if scope.value(*id).is_none_or(|bound| Some(bound) == value.value()) => {
                fill(NAMED, self.lang(), &[("name", scope.name(*id)), ("value", &shown(value))])
            }
            Term::Parameter { .. } => {
                fill(NAMED, self.lang(), &[("name", &self.term(term, scope)), ("value", &shown(value))])
            }
            Term::Call { .. } | Term::Chain { .. } | Term::Ratio(_) | Term::Aggregate(_) => {
                let words = self.term(term, scope);
                if let Quantity::Quotient(..) = value {
                    // A quotient of two values is not computed.
                    return words;
                }
                self.result(&words, value)
            }
            _ => shown(value),
        }
    }

    /// What is computed, by itself or as the value of a variable: `届满（2023-10-13）即自 送达（2023-09-25）起 10 日期间的届满日`.
    pub(super) fn computation(&self, id: NodeId, op: &str, args: &[Quantity], value: &Quantity) -> String {
        if let Some((terms, scope)) = self.compared(id)
            && let Some((name, computed)) = defined(terms)
        {
            let name = fill(NAMED, self.lang(), &[("name", scope.name(name)), ("value", &shown(value))]);
            return fill(IS, self.lang(), &[("left", &name), ("right", &self.term(computed, &scope))]);
        }
        let is_date = |number: usize| matches!(args.get(number).and_then(Quantity::value), Some(Value::Date(_)));
        let unit = args.get(2).map(ToString::to_string).unwrap_or_default();
        let args = args.iter().map(shown).collect::<Vec<_>>();
        let words = match op {
            "range" => fill(RANGE, self.lang(), &[("args", &args.join(", "))]),
            _ => call::called(op, [is_date(0), is_date(1)], &unit, &args, self.lang()),
        };
        self.result(&words, value)
    }

    /// What is computed with its result: `比例（0.7）×评估价（1000） = 700`, `开拍（2021-01-05）加 10 年（即 2031-01-05）`.
    fn result(&self, words: &str, value: &Quantity) -> String {
        let text = if let Some(Value::Date(_)) = value.value() { DAY } else { RESULT };
        fill(text, self.lang(), &[("words", words), ("value", &shown(value))])
    }

    /// A term in words. Recursive, since the nesting of terms is bounded by the parser.
    pub(super) fn term(&self, term: &Term, scope: &Scope<'_>) -> String {
        match term {
            Term::Wildcard => "_".to_owned(),
            Term::Variable(id) => match scope.value(*id) {
                Some(value) => fill(NAMED, self.lang(), &[("name", scope.name(*id)), ("value", &worded(value))]),
                None => scope.name(*id).to_owned(),
            },
            Term::Constant(value) => worded(value),
            Term::Ratio(ratio) => self.term(ratio, scope),
            Term::Call { functor, args, .. } => {
                let args = args.iter().enumerate().map(|(number, arg)| self.argument(*functor, number, arg, scope));
                self.call(*functor, &args.collect::<Vec<_>>())
            }
            Term::Chain { first, rest } => {
                let mut words = self.operand(first, scope);
                for link in rest {
                    let right = self.argument(link.functor, 1, &link.right, scope);
                    words = match link.functor {
                        Functor::PowerOf(_) => self.call(link.functor, &[right, words]),
                        functor => self.call(functor, &[words, right]),
                    };
                }
                words
            }
            Term::Range { args, .. } => {
                let args = args.iter().map(|arg| self.term(arg, scope)).collect::<Vec<_>>();
                fill(RANGE, self.lang(), &[("args", &args.join(", "))])
            }
            Term::Parameter { parameter, keys, on, .. } => {
                let name = &self.program().parameter(*parameter).name;
                let args = keys.iter().chain(on.as_deref()).map(|arg| self.term(arg, scope)).collect::<Vec<_>>();
                if args.is_empty() { name.clone() } else { format!("{name}({})", args.join(", ")) }
            }
            Term::Aggregate(aggregate) => self.aggregate_term(aggregate, scope),
            Term::Composite { branch, shape, fields, .. } => {
                let fields = fields.iter().map(|field| self.term(field, scope)).collect::<Vec<_>>().join(", ");
                match self.program().shapes.get(*shape).branch(*branch) {
                    Some(name) => format!("${name}({fields})"),
                    None => format!("[{fields}]"),
                }
            }
            Term::Counter { .. } => "autoinc()".to_owned(),
            Term::RoundNumber { .. } => "recursive_iteration_cnt()".to_owned(),
        }
    }

    fn call(&self, functor: Functor, args: &[String]) -> String {
        let dates = match functor {
            Functor::AddDays | Functor::SubtractDays => [true, false],
            Functor::DaysAdd => [false, true],
            Functor::DaysBetween => [true, true],
            _ => [false, false],
        };
        let unit = if let Functor::Deadline(_, unit) = functor { unit.name() } else { "" };
        call::called(functor.name(), dates, unit, args, self.lang())
    }

    /// An argument: how many days, months, years or places by its value alone.
    fn argument(&self, functor: Functor, number: usize, term: &Term, scope: &Scope<'_>) -> String {
        let is_count = match functor {
            Functor::AddDays | Functor::SubtractDays | Functor::AddMonths | Functor::AddYears => number == 1,
            Functor::Deadline(..) | Functor::AddWorkingDays | Functor::Round(_) => number == 1,
            Functor::DaysAdd => number == 0,
            _ => false,
        };
        match term {
            Term::Variable(id) if is_count => scope.value(*id).map(worded).unwrap_or_else(|| self.term(term, scope)),
            term => self.operand(term, scope),
        }
    }

    /// A part of a computation, in brackets where it is one itself.
    fn operand(&self, term: &Term, scope: &Scope<'_>) -> String {
        let words = self.term(term, scope);
        match term {
            Term::Chain { .. } => format!("({words})"),
            Term::Call { functor, args, .. } if args.len() == 2 && !functor.name().starts_with(char::is_alphabetic) => {
                format!("({words})")
            }
            _ => words,
        }
    }
}

/// Of `v = f(x)` the variable and what it is computed by.
fn defined([left, right]: [&Term; 2]) -> Option<(VarId, &Term)> {
    let computed = |term: &Term| !matches!(term, Term::Variable(_) | Term::Constant(_) | Term::Wildcard);
    match (left, right) {
        (Term::Variable(name), term) | (term, Term::Variable(name)) if computed(term) => Some((*name, term)),
        _ => None,
    }
}

/// A value, texts in quotation marks; a ratio.
pub(super) fn shown(value: &Quantity) -> String {
    match value {
        Quantity::Value(value) => worded(value),
        ratio => quantity(ratio),
    }
}
