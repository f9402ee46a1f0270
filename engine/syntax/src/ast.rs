//! Typed views of the tree. Each part that a syntax error may have left out is an `Option`.

mod annotation;
mod body;
mod completeness;
mod component;
mod conditional;
mod declaration;
mod directive;
mod item;
mod model;
mod name;
mod node;
mod norm;
mod param;
mod rule;
mod term;
mod test;
mod token;

pub use annotation::Annotation;
pub use body::{AggregateBody, Body, Comparison, Conjunction, Literal, Negation, ParenBody, Test, Truth};
pub use completeness::{CompleteDecl, ExceptDecl, ExpectDecl, FindingDecl};
pub use component::{Component, ComponentType, Init, Override};
pub use conditional::{Extent, NotLiteral, Proviso, Unless, Within};
pub use declaration::{
    AdtType, Attribute, BranchDecl, ChoiceKey, DebugDeltaDecl, FunctorDecl, LatticeDecl, LatticeEntry, RecordType,
    RelationDecl, SubsetType, TypeDecl, TypeDefinition, UnionType,
};
pub use directive::{Include, IoDirective, Once, Parameter, Pragma};
pub use item::{Item, Program};
pub use model::{Candidate, ModelDecl, ModelElement};
pub use name::Name;
pub use norm::{Entry, EntryValue, Interval, NormDecl, NormVersion, PolicyDecl};
pub use param::{ParamDecl, ParamValue};
pub use rule::{Argument, Atom, Plan, PlanVersion, Rule, Subsumption};
pub use term::{
    Aggregate, Branch, Call, Cast, Chain, Constant, NilTerm, OldCounter, ParenTerm, Record, SourceConstant, Term,
    Unary, UserAggregate, UserCall, Variable, Wildcard,
};
pub use test::{TestAsOf, TestComplete, TestDecl, TestExpect, TestGiven, TestParam, TestStatement};
pub use token::Token;
