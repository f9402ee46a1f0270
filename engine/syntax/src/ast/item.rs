//! The program and its items.

use crate::SyntaxKind::INNER_DOC;
use crate::ast::annotation::{documented, merged};
use crate::ast::node::{children, choice, node, tokens};
use crate::ast::{
    Annotation, CompleteDecl, Component, DebugDeltaDecl, ExceptDecl, ExpectDecl, FindingDecl, FunctorDecl, Include,
    Init, IoDirective, LatticeDecl, ModelDecl, NormDecl, Once, Override, ParamDecl, PolicyDecl, Pragma, RelationDecl,
    Rule, Subsumption, TestDecl, TypeDecl,
};

node! {
    /// A whole text.
    Program = PROGRAM
}

impl Program {
    /// Its items, in text order.
    pub fn items(&self) -> Vec<Item> {
        children(&self.0)
    }

    /// The doc comments `//!` that belong to the text as a whole, merged; empty if there are none.
    pub fn docs(&self) -> String {
        merged(tokens(&self.0, |kind| kind == INNER_DOC))
    }

    /// The annotations `@![...]` that belong to the text as a whole.
    pub fn annotations(&self) -> Vec<Annotation> {
        children::<Annotation>(&self.0).into_iter().filter(Annotation::is_inner).collect()
    }
}

choice! {
    /// A declaration, directive, rule or fact.
    Item {
        /// `.decl A(x: T)`
        Relation(RelationDecl),
        /// `.decl D = debug_delta(R)`
        DebugDelta(DebugDeltaDecl),
        /// `.type T ...`, `.number_type T`, `.symbol_type T`
        Type(TypeDecl),
        /// `.lattice T<> {...}`
        Lattice(LatticeDecl),
        /// `.functor f(x: T): U`
        Functor(FunctorDecl),
        /// `.input`, `.output`, `.printsize`, `.limitsize`
        Io(IoDirective),
        /// `.pragma "key" "value"`
        Pragma(Pragma),
        /// `.include "path"`
        Include(Include),
        /// `.once`
        Once(Once),
        /// `.comp C {...}`
        Component(Component),
        /// `.init i = C`
        Init(Init),
        /// `.override R`
        Override(Override),
        /// A rule or fact
        Rule(Rule),
        /// `R(x) <= R(y) :- body.`
        Subsumption(Subsumption),
        /// `.norm N {...}`
        Norm(NormDecl),
        /// `.param p(k: T) : U {...}`
        Param(ParamDecl),
        /// `.policy P {...}`
        Policy(PolicyDecl),
        /// `.model M "title" {...}`
        Model(ModelDecl),
        /// `.complete p by (place, day) from "file"`
        Complete(CompleteDecl),
        /// `.finding f(k: T) : U`
        Finding(FindingDecl),
        /// `.expect p(k)`
        Expect(ExpectDecl),
        /// `.except rule unless p(x)`
        Except(ExceptDecl),
        /// `.test "title" {...}`
        Test(TestDecl),
    }
}

documented!(Item);
