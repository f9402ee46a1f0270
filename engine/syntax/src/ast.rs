//! Typed views of the tree. Each part that a syntax error may have left out is an `Option`.

mod annotation;
mod body;
mod component;
mod declaration;
mod directive;
mod item;
mod name;
mod node;
mod rule;
mod term;
mod token;

pub use annotation::Annotation;
pub use body::{AggregateBody, Body, Comparison, Conjunction, Literal, Negation, ParenBody, Test, Truth};
pub use component::{Component, ComponentType, Init, Override};
pub use declaration::{
    AdtType, Attribute, BranchDecl, ChoiceKey, DebugDeltaDecl, FunctorDecl, LatticeDecl, LatticeEntry, RecordType,
    RelationDecl, SubsetType, TypeDecl, TypeDefinition, UnionType,
};
pub use directive::{Include, IoDirective, Once, Parameter, Pragma};
pub use item::{Item, Program};
pub use name::Name;
pub use rule::{Argument, Atom, Plan, PlanVersion, Rule, Subsumption};
pub use term::{
    Aggregate, Branch, Call, Cast, Chain, Constant, NilTerm, OldCounter, ParenTerm, Record, SourceConstant, Term,
    Unary, UserAggregate, UserCall, Variable, Wildcard,
};
pub use token::Token;
