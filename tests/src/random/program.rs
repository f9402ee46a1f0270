//! The structure of a random program.

use values::{Primitive, Value};

/// A program with its records.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its relations; lower ones never read higher ones.
    pub relations: Vec<Relation>,
    /// Facts of the text.
    pub facts: Vec<Atom>,
    /// Rules.
    pub rules: Vec<Rule>,
    /// What the names of variables begin with.
    pub prefix: &'static str,
}

/// A relation with its records.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Its name.
    pub name: String,
    /// The types of its columns.
    pub columns: Vec<Primitive>,
    /// Rules of a relation read relations of its level and below, and negate or count those below only.
    pub level: u32,
    /// Its records.
    pub rows: Vec<Vec<Value>>,
    /// What else holds of its tuples.
    pub law: Law,
    /// A relation of the name `.._delta` repeats what is new in each round.
    pub observed: bool,
}

/// What a relation makes of its tuples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Law {
    /// It holds them.
    Set,
    /// `eqrel`
    Equivalence,
    /// `choice-domain` with these keys.
    Choice(Vec<Vec<usize>>),
    /// Of tuples that differ in this column only, the least one stays.
    Least(usize),
}

/// A rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// One or more heads.
    pub heads: Vec<Atom>,
    /// A conjunction.
    pub body: Vec<Item>,
    /// It may not end once something is left out, so shrinking leaves it whole or out.
    pub whole: bool,
}

/// A relation with arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Atom {
    /// Its index.
    pub relation: usize,
    /// One argument per column.
    pub args: Vec<Expr>,
    /// Written with named arguments, wildcards left out.
    pub named: bool,
}

/// What stands in a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An atom.
    Atom(Atom),
    /// A negation.
    Not(Box<Item>),
    /// All of these.
    All(Vec<Item>),
    /// One of these.
    Any(Vec<Item>),
    /// A comparison.
    Compare(&'static str, Expr, Expr),
    /// `match` or `contains`.
    Test(&'static str, Expr, Expr),
    /// `true` or `false`.
    Truth(bool),
}

/// A term.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// `_`
    Wild,
    /// A variable.
    Variable(u32),
    /// A constant.
    Constant(Value),
    /// A chain of one infix operator.
    Infix(&'static str, Vec<Expr>),
    /// A prefix operator.
    Prefix(&'static str, Box<Expr>),
    /// A functor.
    Call(&'static str, Vec<Expr>),
    /// `as(e, T)`
    Cast(Box<Expr>, Primitive),
    /// An aggregate.
    Aggregate(Box<Aggregate>),
    /// A branch of this name with its fields; of none: a record.
    Composite(&'static str, Vec<Expr>),
}

/// An aggregate.
#[derive(Debug, Clone, PartialEq)]
pub struct Aggregate {
    /// `count`, `sum`, ...
    pub op: &'static str,
    /// What is added up or compared.
    pub target: Option<Expr>,
    /// A conjunction.
    pub body: Vec<Item>,
}

impl Program {
    /// True where the order of rules and literals has a say in what holds.
    pub fn is_ordered(&self) -> bool {
        self.relations.iter().any(|relation| matches!(relation.law, Law::Choice(_)))
            || self
                .rules
                .iter()
                .any(|rule| rule.heads.iter().any(|head| head.args.contains(&Expr::Call("autoinc", vec![]))))
    }
}

impl Expr {
    /// True where the type of the term follows from itself.
    pub fn has_type(&self) -> bool {
        match self {
            Expr::Wild => false,
            Expr::Variable(_) | Expr::Cast(..) => true,
            Expr::Constant(Value::Composite(value)) => value.branch_name().is_some(),
            Expr::Constant(value) => value.primitive() != Primitive::Number,
            Expr::Composite(name, _) => !name.is_empty(),
            Expr::Infix(_, parts) => parts.iter().any(Expr::has_type),
            Expr::Prefix(_, inner) => inner.has_type(),
            Expr::Call("min" | "max" | "range", args) => args.iter().any(Expr::has_type),
            Expr::Call(..) => true,
            Expr::Aggregate(aggregate) => aggregate.target.as_ref().is_none_or(Expr::has_type),
        }
    }

    /// The term with a cast around its first constant, from which the type of the others follows.
    pub(super) fn anchored(self, primitive: Primitive) -> Expr {
        match self {
            Expr::Infix(op, parts) => Expr::Infix(op, first_anchored(parts, primitive)),
            Expr::Call(name, args) => Expr::Call(name, first_anchored(args, primitive)),
            Expr::Prefix(op, inner) => Expr::Prefix(op, Box::new(inner.anchored(primitive))),
            other => Expr::Cast(Box::new(other), primitive),
        }
    }
}

fn first_anchored(mut parts: Vec<Expr>, primitive: Primitive) -> Vec<Expr> {
    if let Some(first) = parts.first_mut() {
        *first = std::mem::replace(first, Expr::Wild).anchored(primitive);
    }
    parts
}
