//! The checked program: what evaluator, checker and provenance work on.

use std::sync::Arc;

use values::Shapes;

mod aggregate;
mod directive;
mod functor;
mod relation;
mod rule;
mod term;

pub use aggregate::{Aggregate, AggregateOp, Contribution};
pub use directive::{
    ColumnSource, Input, InputFormat, JsonForm, Output, OutputFormat, OutputTarget, PrintSize, RecordSource,
    TextFormat, TextOutput,
};
pub use functor::Functor;
pub use relation::{Column, Grade, Law, RelId, Relation, Stratum};
pub use rule::{Annotation, Atom, Body, Comparison, Fact, Literal, LiteralKind, Plan, Rule, TextTest, VarId, Variable};
pub use term::{ChainLink, Term};

/// A program all of whose static checks passed.
#[derive(Debug, Default)]
pub struct Program {
    /// Declared relations; a [`RelId`] is an index into it.
    pub relations: Vec<Relation>,
    /// Rules with a body, in source order (an included file's rules stand where its `.include` stands).
    pub rules: Vec<Rule>,
    /// Subsumptions `R(x) <= R(y) :- body.`, in source order, each as a rule: where the body holds, the head's tuple is dominated and deleted.
    /// The body is `All` and begins with the two atoms as written, the dominated one first. A tuple does not dominate itself.
    pub subsumptions: Vec<Rule>,
    /// The record types and algebraic data types.
    pub shapes: Arc<Shapes>,
    /// Facts of the program text, in source order.
    pub facts: Vec<Fact>,
    /// Strongly connected components of the relations, bottom up: a stratum reads itself and earlier ones only.
    pub strata: Vec<Stratum>,
    /// `.input` directives, in source order.
    pub inputs: Vec<Input>,
    /// `.output` directives, in source order.
    pub outputs: Vec<Output>,
    /// `.printsize` directives, in source order.
    pub print_sizes: Vec<PrintSize>,
}

impl Program {
    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &Relation {
        &self.relations[id.0 as usize]
    }

    /// The relation with this name.
    pub fn find(&self, name: &str) -> Option<RelId> {
        self.relations.iter().position(|relation| relation.name == name).map(|index| RelId(index as u32))
    }

    /// The numbers of all relations.
    pub fn relation_ids(&self) -> impl Iterator<Item = RelId> + use<> {
        (0..self.relations.len() as u32).map(RelId)
    }
}
