//! A clause's literals as goals over numbered variables, ready to be ordered.
//!
//! Arguments that are no variable or constant, aggregates and ranges become variables of their own (`p(x + 1)` is
//! `t := x + 1, p(t)`), numbered behind the rule's variables.

mod composite;
mod lower;

use diagnostics::Span;
use program::checked::{AggregateOp, Comparison, Contribution, RelId, TextTest};
use values::{Code, Dictionary, Primitive, Ratio, ShapeId, Value};

use crate::counter::Numbered;
use crate::{Expression, Fault, Quantity};

/// The goals of one clause (or of one aggregate's body).
#[derive(Debug, Default)]
pub struct Goals {
    /// The goals, in text order of the literals they come from.
    pub goals: Vec<Goal>,
    /// The types of all variables: the rule's, then the temporaries.
    pub types: Vec<Primitive>,
    /// How many of the variables are the rule's own.
    pub named: u32,
    /// The head's arguments; empty for an aggregate's body.
    pub head: Vec<Arg>,
    /// The variable that holds the number of the rounds before, where the clause reads it: bound from the start.
    pub round: Option<u32>,
    /// By variable: stands for an aggregate, a range or the like, which alone gives it a value.
    pub(crate) generated: Vec<bool>,
    /// By variable: stands in a match.
    pub(crate) matched: Vec<bool>,
    /// By variable: its value depends on a number of the program's counter.
    pub(crate) counted: Vec<bool>,
    /// The numbers that the program's counter gave, once the clause has been fired.
    pub(crate) numbered: Option<Numbered>,
}

/// One thing to do.
#[derive(Debug)]
pub struct Goal {
    /// Position in the clause's literals; `usize::MAX` for what belongs to the head.
    pub literal: usize,
    /// What to do.
    pub kind: GoalKind,
    /// The variables that must have a value before: what it reads and cannot bind by itself. A match needs its computed
    /// arguments where the computation can fail, so that no join order hides a failure.
    pub(crate) needs: Vec<u32>,
}

/// What a goal says.
#[derive(Debug)]
pub enum GoalKind {
    /// A tuple of the relation fits.
    Match {
        /// Which relation.
        relation: RelId,
        /// One per column.
        args: Vec<Arg>,
    },
    /// No tuple of the relation fits.
    Absent {
        /// Which relation.
        relation: RelId,
        /// One per column.
        args: Vec<Arg>,
    },
    /// Both sides have the same value; binds a variable that stands alone on one side.
    Equal {
        /// Left side.
        left: Expression,
        /// Right side.
        right: Expression,
        /// Their type.
        operand: Primitive,
    },
    /// The temporary is the value computed, to the bit.
    Define {
        /// The temporary.
        variable: u32,
        /// What it stands for.
        expression: Expression,
    },
    /// The variable is the composite made of these fields: takes it apart where the variable has a value, otherwise makes it.
    Composite {
        /// The variable.
        variable: u32,
        /// What it is made of.
        parts: Parts,
    },
    /// The temporary is the number of a composite's code.
    Ordinal {
        /// The temporary.
        variable: u32,
        /// A variable.
        of: u32,
    },
    /// The temporary is the next number of the program's counter.
    Counter {
        /// The temporary.
        variable: u32,
        /// Its type.
        operand: Primitive,
        /// How many counters of the clause come before it.
        place: usize,
    },
    /// The comparison holds.
    Compare {
        /// The operator.
        op: Comparison,
        /// Left side.
        left: Side,
        /// Right side.
        right: Side,
        /// Their type.
        operand: Primitive,
    },
    /// The test of texts comes out as asked. An ill-formed pattern fails either way.
    Text {
        /// Which test.
        test: TextTest,
        /// The outcome asked for.
        positive: bool,
        /// The pattern or needle.
        pattern: Expression,
        /// The text examined.
        text: Expression,
    },
    /// The variable takes each value of the range.
    Generate {
        /// The variable.
        variable: u32,
        /// From, to and perhaps step.
        args: Vec<Expression>,
        /// Their type.
        operand: Primitive,
    },
    /// The variable takes the aggregate's value.
    Aggregate {
        /// The variable.
        variable: u32,
        /// The aggregate.
        aggregate: Box<AggregateGoal>,
    },
    /// `false`
    Never,
}

/// An argument of an atom.
#[derive(Debug, Clone)]
pub enum Arg {
    /// `_`
    Any,
    /// A variable by number.
    Variable(u32),
    /// A constant.
    Constant(Value, Code),
}

/// What a composite value is made of.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Its type.
    pub shape: ShapeId,
    /// The number of its branch; 0 for a record.
    pub branch: u32,
    /// One per field.
    pub fields: Vec<Arg>,
    /// True where it is only looked for: a value that nothing holds need not be made.
    pub(crate) sought: bool,
}

/// One side of a comparison.
#[derive(Debug)]
pub enum Side {
    /// A value.
    Value(Expression),
    /// A ratio of decimals, compared exactly.
    Ratio(Expression),
}

/// An aggregate whose body is ready to be ordered.
#[derive(Debug)]
pub struct AggregateGoal {
    /// Which function.
    pub op: AggregateOp,
    /// The variable that holds the target's value; `None` for `count`.
    pub target: Option<u32>,
    /// The type of target and result.
    pub operand: Primitive,
    /// Variables bound outside.
    pub injected: Vec<u32>,
    /// Variables whose values make a contribution distinct, the witnesses among them.
    pub local: Vec<u32>,
    /// Variables that get values with it: of an extremum those of each contribution that attains it, of a mean of decimals, whose value is
    /// the total, the number of contributions, a decimal.
    pub witnesses: Vec<u32>,
    /// What counts as one contribution.
    pub contribution: Contribution,
    /// The body; its variables are numbered as outside.
    pub body: Goals,
    /// Where it stands.
    pub span: Span,
}

impl Goals {
    /// The goal that matches the atom at this position among the literals.
    pub fn matched_by(&self, literal: usize) -> Option<usize> {
        let is_it = |goal: &Goal| goal.literal == literal && matches!(goal.kind, GoalKind::Match { .. });
        self.goals.iter().position(is_it)
    }

    /// Puts a variable in place of each `_` of an atom; its arguments then.
    pub(crate) fn close(&mut self, literal: usize, types: &[Primitive]) -> Vec<Arg> {
        let Some(at) = self.matched_by(literal) else { return Vec::new() };
        let GoalKind::Match { args, .. } = &mut self.goals[at].kind else { return Vec::new() };
        for (arg, primitive) in args.iter_mut().zip(types) {
            if let Arg::Any = arg {
                *arg = Arg::Variable(self.types.len() as u32);
                self.types.push(*primitive);
                self.generated.push(false);
                self.matched.push(true);
            }
        }
        args.clone()
    }
}

impl Goal {
    /// True where the goal itself may meet a failing computation.
    pub(crate) fn can_fail(&self) -> bool {
        match &self.kind {
            GoalKind::Match { .. } | GoalKind::Absent { .. } | GoalKind::Never => false,
            GoalKind::Composite { .. } | GoalKind::Ordinal { .. } | GoalKind::Counter { .. } => false,
            GoalKind::Equal { left, right, .. } => left.can_fail() || right.can_fail(),
            GoalKind::Define { expression, .. } => expression.can_fail(),
            GoalKind::Compare { left, right, .. } => left.expression().can_fail() || right.expression().can_fail(),
            GoalKind::Text { pattern, text, .. } => pattern.can_fail() || text.can_fail(),
            GoalKind::Generate { args, .. } => args.iter().any(Expression::can_fail),
            GoalKind::Aggregate { aggregate, .. } => aggregate.can_fail(),
        }
    }
}

/// Calls `read` for every variable of a goal except those that it defines by itself (a range's, an aggregate's, a counter's).
pub(crate) fn reads(goal: &GoalKind, read: &mut dyn FnMut(u32)) {
    match goal {
        GoalKind::Match { args, .. } | GoalKind::Absent { args, .. } => variables(args).for_each(read),
        GoalKind::Equal { left, right, .. } => {
            left.variables(read);
            right.variables(read);
        }
        GoalKind::Define { variable, expression } => {
            read(*variable);
            expression.variables(read);
        }
        GoalKind::Compare { left, right, .. } => {
            left.expression().variables(read);
            right.expression().variables(read);
        }
        GoalKind::Text { pattern, text, .. } => {
            pattern.variables(read);
            text.variables(read);
        }
        GoalKind::Generate { args, .. } => args.iter().for_each(|arg| arg.variables(read)),
        GoalKind::Aggregate { aggregate, .. } => aggregate.injected.iter().copied().for_each(read),
        GoalKind::Composite { variable, parts } => {
            read(*variable);
            variables(&parts.fields).for_each(read);
        }
        GoalKind::Ordinal { of, .. } => read(*of),
        GoalKind::Counter { .. } | GoalKind::Never => {}
    }
}

/// The variables among arguments.
pub(crate) fn variables(args: &[Arg]) -> impl Iterator<Item = u32> + '_ {
    args.iter().filter_map(|arg| if let Arg::Variable(variable) = arg { Some(*variable) } else { None })
}

impl Side {
    /// Its exact value, of two decimals.
    pub(crate) fn ratio(&self, value_of: &dyn Fn(u32) -> Value, dictionary: &Dictionary) -> Result<Ratio, Fault> {
        match self {
            Self::Ratio(ratio) => ratio.ratio(value_of, dictionary),
            Self::Value(value) => match value.value(value_of, dictionary)? {
                Value::Decimal(decimal) => Ok(Ratio::from(decimal)),
                other => unreachable!("{other:?} is no decimal"),
            },
        }
    }

    fn expression(&self) -> &Expression {
        let (Self::Value(expression) | Self::Ratio(expression)) = self;
        expression
    }
}

impl AggregateGoal {
    /// The witnesses that are variables of the body.
    pub(crate) fn attaining(&self) -> &[u32] {
        if self.op.is_extremum() { &self.witnesses } else { &[] }
    }

    /// What it gave, where `variable` holds it and variables have values by `value_of`.
    pub fn result(&self, variable: u32, value_of: &dyn Fn(u32) -> Option<Value>) -> Option<Quantity> {
        match (value_of(variable)?, &self.witnesses[..]) {
            (Value::Decimal(total), [count]) if self.is_ratio() => match value_of(*count)? {
                Value::Decimal(count) => Some(Quantity::Quotient(total, count)),
                other => unreachable!("{other:?} is no decimal"),
            },
            (value, _) => Some(Quantity::Value(value)),
        }
    }

    /// True for a mean of decimals.
    pub(crate) fn is_ratio(&self) -> bool {
        self.op == AggregateOp::Mean && self.operand == Primitive::Decimal
    }

    fn can_fail(&self) -> bool {
        let sum = matches!(self.op, AggregateOp::Sum | AggregateOp::Mean) && self.operand != Primitive::Float;
        sum || self.body.goals.iter().any(Goal::can_fail)
    }
}
