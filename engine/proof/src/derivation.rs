//! Derivations as data: a flat list of nodes, premises before conclusions.

use std::collections::BTreeMap;
use std::sync::Arc;

use diagnostics::Span;
use eval::Quantity;
use program::checked::{AbsentForm, LawRole, NormId, Parameter, Policy, RelId, VarId};
use values::{Date, Primitive, Value};

use crate::Attempt;

/// Number of a node in [`Derivation::nodes`].
pub type NodeId = usize;

/// Derivations of one or more facts. Shared sub-derivations are one node; premises have smaller numbers than conclusions,
/// so that a reader needs no recursion.
#[derive(Debug, Default)]
pub struct Derivation {
    /// The facts asked about, in output order.
    pub answers: Vec<NodeId>,
    /// True where the limit cut off further answers.
    pub more: bool,
    /// How many facts fit the questions, those on other pages among them.
    pub total: u64,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// Nodes of facts that held when others were concluded from them but were dominated later, and what became of them.
    pub replaced: BTreeMap<NodeId, Replaced>,
}

/// What became of a fact that a subsumption erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The round of its stratum at whose end it was erased, numbered as `recursive_iteration_cnt()` does.
    pub round: u32,
    /// The least fact that dominates it, and the subsumption (an index into [`program::checked::Program::subsumptions`]); `None` where what
    /// dominated it has been erased in turn.
    pub by: Option<(Vec<Value>, usize)>,
}

/// One step or leaf of a derivation.
#[derive(Debug)]
pub enum Node {
    /// A record of an agency.
    Record {
        /// The relation it was loaded into.
        relation: RelId,
        /// Its values.
        args: Vec<Value>,
        /// Every row that gives it, in the order of loading.
        sources: Vec<RecordPlace>,
    },
    /// A fact of the program text.
    Given {
        /// Its relation.
        relation: RelId,
        /// Its values.
        args: Vec<Value>,
        /// Where it stands.
        at: Span,
    },
    /// A conclusion.
    Fact {
        /// Its relation.
        relation: RelId,
        /// Its values.
        args: Vec<Value>,
        /// Index of the rule in the program.
        rule: usize,
        /// Which disjunct of the rule.
        alternative: u32,
        /// The rule's variables that have a value, in the order of [`program::checked::Rule::variables`].
        bindings: Vec<(VarId, Value)>,
        /// One per literal of the alternative (and per computation in the head), in text order.
        premises: Vec<Premise>,
        /// True where the depth limit left the premises out.
        folded: bool,
    },
    /// A pair of an equivalence that other pairs imply.
    Implied {
        /// Its relation.
        relation: RelId,
        /// Its values.
        args: Vec<Value>,
        /// How they imply it.
        form: Form,
        /// The pairs that lead from its first value to its second one, in this order; of `(a, a)` one that holds `a`.
        links: Vec<Link>,
        /// True where the depth limit left the pairs out.
        folded: bool,
    },
    /// A tuple of a `debug_delta` relation.
    Repeated {
        /// Its relation.
        relation: RelId,
        /// Its values.
        args: Vec<Value>,
        /// The fact that was new in the round; `None` where the depth limit left it out.
        of: Option<NodeId>,
    },
    /// A comparison or test of texts that holds.
    Comparison {
        /// The operator as written: `<`, `match`, ... with `!` in front where the test is negated.
        op: String,
        /// The type of both sides.
        operand: Primitive,
        /// Left side.
        left: Quantity,
        /// Right side.
        right: Quantity,
        /// Computations and aggregates behind the sides, in text order.
        premises: Vec<NodeId>,
    },
    /// A computed value.
    Computation {
        /// The operator or functor as written.
        op: &'static str,
        /// The type of the result.
        result: Primitive,
        /// The arguments as written, the mode of `round` among them; of `deadline` without the policy.
        args: Vec<Quantity>,
        /// How a `deadline` is counted.
        policy: Option<Policy>,
        /// The result.
        value: Quantity,
        /// Computations and aggregates behind the arguments, in text order. Behind them, where a `deadline` would end on a day
        /// off, the `roll` from that day.
        premises: Vec<NodeId>,
    },
    /// The value of a parameter.
    Parameter {
        /// The parameter.
        parameter: Arc<Parameter>,
        /// The keys.
        keys: Vec<Value>,
        /// The day, where the parameter is dated.
        on: Option<Value>,
        /// The value.
        value: Value,
        /// Computations and aggregates behind keys and day, in text order.
        premises: Vec<NodeId>,
    },
    /// A norm is in force on the day that decides.
    InForce {
        /// The norm.
        norm: NormId,
        /// The version, an index into [`program::checked::Norm::versions`].
        version: usize,
        /// The day.
        day: Date,
        /// Computations behind the day.
        premises: Vec<NodeId>,
    },
    /// A negated premise: the relation is finished and holds no tuple of this form.
    Absence {
        /// The relation searched.
        relation: RelId,
        /// What for; `None` for a column that may hold anything.
        pattern: Vec<Option<Value>>,
        /// On what it is known that nothing is missing; `None` for `!p`, which asks for what is recorded only.
        known: Option<Known>,
        /// The exception that it keeps out, where it is one.
        exception: Option<Exception>,
        /// Computations and aggregates behind the arguments.
        premises: Vec<NodeId>,
    },
    /// Conclusions of other rules that exclude this one and did not prevail.
    Precedence {
        /// The relation of the conclusions.
        relation: RelId,
        /// They, by rule, in output order.
        beaten: Vec<Beaten>,
    },
    /// An aggregate with every contribution.
    Aggregate {
        /// The function.
        op: &'static str,
        /// The type of the result.
        operand: Primitive,
        /// The group: variables bound outside.
        group: Vec<(VarId, Value)>,
        /// The result.
        value: Quantity,
        /// The witnesses, as the contributions that attain the result have them.
        witnesses: Vec<(VarId, Value)>,
        /// The contributions, in output order.
        members: Vec<Member>,
    },
}

impl Node {
    /// Everything it rests on, in text order.
    pub fn premises(&self) -> Box<dyn Iterator<Item = NodeId> + '_> {
        match self {
            Self::Record { .. } | Self::Given { .. } | Self::Precedence { .. } => Box::new(std::iter::empty()),
            Self::Implied { links, .. } => Box::new(links.iter().map(|link| link.node)),
            Self::Repeated { of, .. } => Box::new(of.iter().copied()),
            Self::Fact { premises, .. } => Box::new(premises.iter().map(|premise| premise.node)),
            Self::Comparison { premises, .. }
            | Self::Computation { premises, .. }
            | Self::Absence { premises, .. }
            | Self::InForce { premises, .. }
            | Self::Parameter { premises, .. } => Box::new(premises.iter().copied()),
            Self::Aggregate { members, .. } => {
                Box::new(members.iter().flat_map(|member| &member.premises).map(|premise| premise.node))
            }
        }
    }

    /// Gives each node that it refers to its number.
    pub(crate) fn renumber(&mut self, number: &impl Fn(NodeId) -> NodeId) {
        let all = |nodes: &mut [NodeId]| nodes.iter_mut().for_each(|node| *node = number(*node));
        let premises_of = |premises: &mut [Premise]| premises.iter_mut().for_each(|it| it.node = number(it.node));
        match self {
            Self::Record { .. } | Self::Given { .. } | Self::Precedence { .. } => {}
            Self::Implied { links, .. } => links.iter_mut().for_each(|link| link.node = number(link.node)),
            Self::Repeated { of, .. } => all(of.as_mut_slice()),
            Self::Fact { premises, .. } => premises_of(premises),
            Self::Absence { premises, known, .. } => {
                all(premises);
                if let Some(known) = known {
                    all(&mut known.declared);
                    known.declared.sort_unstable();
                }
            }
            Self::Comparison { premises, .. }
            | Self::Computation { premises, .. }
            | Self::InForce { premises, .. }
            | Self::Parameter { premises, .. } => all(premises),
            Self::Aggregate { members, .. } => members.iter_mut().for_each(|member| premises_of(&mut member.premises)),
        }
    }
}

/// On what it is known that a relation lacks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The declarations of completeness that cover place and period: records and facts of relations of
    /// [`program::checked::Purpose::Declarations`]. What is declared complete everywhere is not among them.
    pub declared: Vec<NodeId>,
    /// True where it was also looked whether anything that might fit is open.
    pub nothing_open: bool,
}

/// An exception that was considered and is not met.
#[derive(Debug)]
pub struct Exception {
    /// How it is written: `unless`, or a proviso's `when`.
    pub form: AbsentForm,
    /// For each rule that could give it, the first premise that fails.
    pub attempts: Vec<Attempt>,
}

/// A conclusion that another one excludes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beaten {
    /// Index of its rule in the program.
    pub rule: usize,
    /// What it says.
    pub args: Vec<Value>,
    /// Why it does not prevail.
    pub because: Because,
}

/// Why a rule prevails over another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// It says so: `overrides`.
    Overrides,
    /// It is the special rule.
    Special,
    /// Its norm has the higher rank.
    Rank,
    /// Its norm is the later one of the same rank.
    Date,
    /// The norms do not say.
    Unknown,
}

impl Because {
    /// `overrides`, `special`, `rank`, `date` or `unknown`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overrides => "overrides",
            Self::Special => "special",
            Self::Rank => "rank",
            Self::Date => "date",
            Self::Unknown => "unknown",
        }
    }
}

/// How pairs imply another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `(a, a)`, since `a` occurs.
    Reflexive,
    /// `(a, b)`, since `(b, a)`.
    Symmetric,
    /// `(a, c)`, since `(a, b)` and `(b, c)`; each pair perhaps turned.
    Transitive,
}

impl Form {
    /// `reflexive`, `symmetric` or `transitive`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reflexive => "reflexive",
            Self::Symmetric => "symmetric",
            Self::Transitive => "transitive",
        }
    }
}

/// A pair on the way from one value to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The pair.
    pub node: NodeId,
    /// It is read backwards.
    pub turned: bool,
}

/// A premise of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Premise {
    /// The literal ([`program::checked::Literal::index`]); `None` for a computation in the head.
    pub literal: Option<u32>,
    /// What part of a literal of the law it stands for, if of one.
    pub role: Option<LawRole>,
    /// The premise itself. (`true` gives none.)
    pub node: NodeId,
}

/// One contribution to an aggregate.
#[derive(Debug)]
pub struct Member {
    /// The values of the variables that live inside of the aggregate, and of its witnesses.
    pub bindings: Vec<(VarId, Value)>,
    /// The literals of the aggregate's body, `literal` counted within it.
    pub premises: Vec<Premise>,
    /// What it contributes; 1 for `count`.
    pub value: Value,
}

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordPlace {
    /// The source's name as the program gives it, e.g. `lease.csv`.
    pub file: String,
    /// What its records are counted as.
    pub unit: RecordUnit,
    /// The record's number.
    pub number: i64,
}

/// What the records of a source are counted as.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordUnit {
    /// Rows of a text, the header being row 1.
    Row,
    /// Elements of a JSON list, from 1.
    Element,
    /// Rows of this table of a database, by their `rowid`.
    Rowid(String),
    /// Rows of this view, or table without `rowid`, in the order in which the database gives them, from 1.
    TableRow(String),
    /// Elements of the JSON list at this place (a JSON Pointer) in the text, from 1.
    ElementOf(String),
    /// Rows of this sheet of a workbook, as the spreadsheet shows them.
    SheetRow(String),
    /// The row of this table of a database with this primary key; the number is its place in the order of reading.
    Key {
        /// The table.
        table: String,
        /// The values of the key.
        key: String,
    },
}
