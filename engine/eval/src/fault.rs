//! Computations that fail, and how that is told.

use std::sync::Arc;

use diagnostics::{Diagnostic, Entry, Span, catalogue};
use program::checked::{Functor, Parameter, Program, RelId, Rule, VarId};
use values::{Calendar, Date, Value};

use crate::pipeline::Visible;
use crate::{Goals, Lookup, Model, Purpose, Quantity, Search};

/// A computation that has no result for its arguments.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Why.
    pub kind: FaultKind,
    /// The call, or the beginning of the chain up to the failing link.
    pub span: Span,
    /// What was called.
    pub called: Called,
    /// The arguments.
    pub args: Vec<Quantity>,
}

/// What a computation calls.
#[derive(Debug, Clone)]
pub enum Called {
    /// A functor.
    Functor(Functor),
    /// A parameter.
    Parameter(Arc<Parameter>),
}

/// Why a computation has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The result lies outside the type.
    Overflow,
    /// A divisor is zero.
    DivisionByZero,
    /// The result needs more than 12 places behind the point.
    Places,
    /// The text is no value of the type.
    Conversion,
    /// The text is no regular expression.
    Pattern,
    /// The text would be longer than [`TEXT_BYTES_MAX`].
    TooLong,
    /// The text has more characters than [`program::checked::COMPARED_MAX`].
    TooLongToCompare,
    /// The parameter has no value for these keys and this day.
    NoValue,
    /// The working-day calendar does not reach this day.
    OutsideCalendar(Date),
    /// No length of a period: negative, or zero where it may not be.
    Length,
}

/// Longer than any cell that can be loaded; a rule that doubles a text in every round reaches it before memory ends.
pub(crate) const TEXT_BYTES_MAX: usize = 16 << 20;

impl FaultKind {
    fn entry(self) -> &'static Entry {
        match self {
            Self::Overflow => &catalogue::OVERFLOW,
            Self::DivisionByZero => &catalogue::DIVISION_BY_ZERO,
            Self::Places => &catalogue::INEXACT_RESULT,
            Self::Conversion => &catalogue::FAILED_CONVERSION,
            Self::Pattern => &catalogue::BAD_PATTERN,
            Self::TooLong => &catalogue::TEXT_GROWS,
            Self::TooLongToCompare => &catalogue::TEXT_NOT_COMPARED,
            Self::NoValue => &catalogue::PARAMETER_WITHOUT_VALUE,
            Self::OutsideCalendar(_) => &catalogue::OUTSIDE_CALENDAR,
            Self::Length => &catalogue::PERIOD_LENGTH,
        }
    }
}

impl Fault {
    /// The message for a fault met by `rule` under `binding` (values of its variables, those that have one).
    pub(crate) fn in_rule(&self, rule: &Rule, binding: &[(VarId, Value)]) -> Diagnostic {
        let name = |id: &VarId| &rule.variables[id.0 as usize].name;
        let binding = binding.iter().map(|(id, value)| format!("{} = {}", name(id), quoted(&value.clone().into())));
        let binding = binding.collect::<Vec<_>>();
        let (en, zh) = match &binding[..] {
            [] => (String::new(), String::new()),
            known => (format!(" with {}", known.join(", ")), format!("，此时 {}", known.join("，"))),
        };
        self.diagnostic().arg("rule", &rule.label).texts("binding", en, zh)
    }

    /// The message for a fault in a fact of the program text.
    pub(crate) fn in_fact(&self, program: &Program, fact: usize) -> Diagnostic {
        let relation = program.relation(program.facts[fact].atom.relation);
        self.diagnostic().arg("rule", &relation.name).arg("binding", "")
    }

    fn diagnostic(&self) -> Diagnostic {
        let told = Diagnostic::new(self.kind.entry(), self.span).arg("call", self.call());
        match self.kind {
            FaultKind::OutsideCalendar(day) => {
                told.arg("day", day).arg("first", Calendar::FIRST).arg("last", Calendar::LAST)
            }
            _ => told,
        }
    }

    /// The call with its arguments' values, as it would be written.
    fn call(&self) -> String {
        let functor = match &self.called {
            Called::Functor(functor) => functor,
            Called::Parameter(parameter) => return shown(parameter, &self.args),
        };
        let name = functor.name();
        let infix = name.chars().all(|c| !c.is_alphabetic());
        match &self.args[..] {
            [exponent, base] if matches!(functor, Functor::PowerOf(_)) => {
                format!("{} ^ {}", quoted(base), quoted(exponent))
            }
            [start, length] if let Functor::Deadline(_, unit) = functor => {
                format!("{name}({start}, {length}, \"{}\")", unit.name())
            }
            // A sum adds up too many values to be shown.
            [] => "sum".to_string(),
            [left, right] if infix => format!("{} {name} {}", quoted(left), quoted(right)),
            [operand] if infix => format!("{name}{}", quoted(operand)),
            args => format!("{name}({})", args.iter().map(quoted).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// A parameter as it would be written.
fn shown(parameter: &Parameter, args: &[Quantity]) -> String {
    let (keys, day) = args.split_at(parameter.keys.len());
    let keys = keys.iter().map(quoted).chain(day.iter().map(|day| format!("on: {day}"))).collect::<Vec<_>>();
    format!("{}({})", parameter.name, keys.join(", "))
}

/// Symbols in quotes and cut to what a person reads, everything else as printed.
fn quoted(quantity: &Quantity) -> String {
    const SHOWN: usize = 40;
    match quantity {
        Quantity::Value(Value::Symbol(text)) => match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("\"{}...\"", text[..end].escape_debug()),
            None => format!("\"{}\"", text.escape_debug()),
        },
        other => other.to_string(),
    }
}

/// Looks for bindings under which a body of `rule` fails in this round although every goal that can be decided holds. Reports the
/// least.
pub(crate) fn report(
    model: &Model<'_>,
    goals: &Goals,
    rule: &Rule,
    round: u32,
    visible: &[Visible],
) -> Result<(), Diagnostic> {
    let ends = |relation: RelId| visible[relation.0 as usize].all;
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let mut search = Search::new(goals, Purpose::Faults, &lookup, &ends, goals.unbound(round, &model.dictionary));
    let mut least: Option<(Vec<Option<Value>>, Fault)> = None;
    while search.advance() {
        let Some(fault) = search.faults().first() else { continue };
        let binding = (0..rule.variables.len() as u32).map(|variable| search.value(variable)).collect::<Vec<_>>();
        if least.as_ref().is_none_or(|(known, _)| binding < *known) {
            least = Some((binding, fault.clone()));
        }
    }
    let Some((binding, fault)) = least else { return Ok(()) };
    let named = (0..).map(VarId).zip(binding);
    let binding = named.filter_map(|(id, value)| value.map(|value| (id, value))).collect::<Vec<_>>();
    Err(fault.in_rule(rule, &binding))
}

/// A fact of the program text holds no variables: a failure is an error.
pub(crate) fn report_fact(model: &Model<'_>, fact: usize, goals: &Goals) -> Result<(), Diagnostic> {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let ends = |_: RelId| 0;
    let mut search = Search::new(goals, Purpose::Faults, &lookup, &ends, goals.unbound(1, &model.dictionary));
    while search.advance() {
        if let Some(fault) = search.faults().first() {
            return Err(fault.in_fact(model.program, fact));
        }
    }
    Ok(())
}
