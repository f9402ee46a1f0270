//! The checked program: what evaluator, checker and provenance work on.

use std::sync::Arc;

use values::Shapes;

mod aggregate;
mod beneath;
mod conversion;
mod directive;
mod entity;
mod functor;
mod model;
mod norm;
mod openness;
mod parameter;
mod policy;
mod relation;
mod rule;
mod template;
mod term;
mod test;
mod used_parameters;
mod walk;

pub use aggregate::{Aggregate, AggregateOp, Contribution};
pub use beneath::Beneath;
pub use conversion::Conversion;
pub use directive::{
    ColumnSource, Condition, DatabaseTable, Encoding, Input, InputFormat, JsonForm, Output, OutputFormat, OutputTarget,
    PrintSize, RecordSource, Sheet, TextFormat, TextOutput,
};
pub use entity::{COMPARED_MAX, Entity};
pub use functor::Functor;
pub use model::{Candidate, Element, ElementId, Model, ModelId};
pub use norm::{Interval, Norm, NormId, NormVersion, Rank, Verification, VersionPlaces};
pub use openness::{Complete, Openness};
pub use parameter::{Parameter, ParameterId, ParameterValue};
pub use policy::{MonthEnd, NamedPolicy, PeriodUnit, Policy, WorkingDays};
pub use relation::{Column, Grade, Law, Purpose, RelId, Relation, Stratum};
pub use rule::{
    Absent, AbsentForm, Annotation, Atom, Body, Comparison, Extent, Fact, LawRole, Lighter, Literal, LiteralKind, Plan,
    Precedence, PrecedenceForm, Role, Rule, TextTest, VarId, Variable,
};
pub use template::{Template, TemplatePart, Templates, Wording};
pub use term::{ChainLink, Term};
pub use test::{Expectation, Outcome, Test};
pub use walk::Read;

/// A program all of whose static checks passed.
#[derive(Clone, Debug, Default)]
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
    /// Norms; a [`NormId`] is an index into it.
    pub norms: Vec<Norm>,
    /// Parameters; a [`ParameterId`] is an index into it.
    pub parameters: Vec<Arc<Parameter>>,
    /// Policies, in source order.
    pub policies: Vec<NamedPolicy>,
    /// Models; a [`ModelId`] is an index into it.
    pub models: Vec<Model>,
    /// Tests, in source order.
    pub tests: Vec<Test>,
}

impl Program {
    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &Relation {
        &self.relations[id.0 as usize]
    }

    /// The norm with this number.
    pub fn norm(&self, id: NormId) -> &Norm {
        &self.norms[id.0 as usize]
    }

    /// The parameter with this number.
    pub fn parameter(&self, id: ParameterId) -> &Parameter {
        &self.parameters[id.0 as usize]
    }

    /// The model with this number.
    pub fn model(&self, id: ModelId) -> &Model {
        &self.models[id.0 as usize]
    }

    /// The element of a model; of a shared one, the element that it is shared with.
    pub fn element(&self, id: ElementId) -> &Element {
        &self.model(id.model).elements[id.element as usize]
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
