//! Declarations of relations, types, lattices and functors.

use crate::SyntaxKind::{self, CHOICE_DOMAIN, COLON, GT, IDENT, STATEFUL};
use crate::ast::annotation::documented;
use crate::ast::node::{child, children, choice, node, token, token_of, tokens};
use crate::ast::{Name, Term, Token};
use crate::tree::SyntaxNode;

node! {
    /// `.decl A, B(x: T, y: T<>) qualifiers choice-domain k1, (k2, k3)`
    RelationDecl = RELATION_DECL
}

impl RelationDecl {
    /// The names that share the attributes.
    pub fn names(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind == IDENT)
    }

    /// The attributes, in order.
    pub fn attributes(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }

    /// The qualifiers as written, `choice-domain` excepted; see their [`Token::kind`].
    pub fn qualifiers(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind.is_reserved() && kind != CHOICE_DOMAIN)
    }

    /// The keys behind `choice-domain`.
    pub fn choice_keys(&self) -> Vec<ChoiceKey> {
        children(&self.0)
    }
}

node! {
    /// One attribute or field. In `.functor` the name may be missing.
    Attribute = ATTRIBUTE
}

impl Attribute {
    /// Its name.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// Its type.
    pub fn type_name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// True for `x: T<>`.
    pub fn is_lattice(&self) -> bool {
        token_of(&self.0, GT).is_some()
    }
}

node! {
    /// One key of a `choice-domain`.
    ChoiceKey = CHOICE_KEY
}

impl ChoiceKey {
    /// Its attributes.
    pub fn columns(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind == IDENT)
    }
}

node! {
    /// `.decl D = debug_delta(R)`
    DebugDeltaDecl = DEBUG_DELTA_DECL
}

impl DebugDeltaDecl {
    /// The new relation.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// The observed relation.
    pub fn relation(&self) -> Option<Name> {
        child(&self.0)
    }
}

node! {
    /// `.type T ...`, `.number_type T`, `.symbol_type T`
    TypeDecl = TYPE_DECL
}

impl TypeDecl {
    /// The directive: of kind `TYPE_DIR`, `NUMBER_TYPE_DIR` or `SYMBOL_TYPE_DIR`.
    pub fn directive(&self) -> Option<Token> {
        token(&self.0, SyntaxKind::is_directive)
    }

    /// The new type.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// What it is; `None` for the bare `.type T` and the two old directives.
    pub fn definition(&self) -> Option<TypeDefinition> {
        child(&self.0)
    }
}

choice! {
    /// The right side of a type declaration.
    TypeDefinition {
        /// `<: T`
        Subset(SubsetType),
        /// `= A | B`; with one member an alias
        Union(UnionType),
        /// `= [f: T]`
        Record(RecordType),
        /// `= B {f: T} | C {}`
        Adt(AdtType),
    }
}

node! {
    /// `<: T`
    SubsetType = SUBSET_TYPE
}

impl SubsetType {
    /// The type it is a subset of.
    pub fn base(&self) -> Option<Name> {
        child(&self.0)
    }
}

node! {
    /// `= A | B`; with one member an alias
    UnionType = UNION_TYPE
}

impl UnionType {
    /// The members, at least one.
    pub fn members(&self) -> Vec<Name> {
        children(&self.0)
    }
}

node! {
    /// `= [f: T]`
    RecordType = RECORD_TYPE
}

impl RecordType {
    /// The fields, in order; may be empty.
    pub fn fields(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }
}

node! {
    /// `= B {f: T} | C {}`
    AdtType = ADT_TYPE
}

impl AdtType {
    /// The branches, in text order.
    pub fn branches(&self) -> Vec<BranchDecl> {
        children(&self.0)
    }
}

node! {
    /// `B {f: T}`
    BranchDecl = BRANCH_DECL
}

impl BranchDecl {
    /// Its name.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// Its fields, in order; may be empty.
    pub fn fields(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }
}

node! {
    /// `.lattice T<> {...}`
    LatticeDecl = LATTICE_DECL
}

impl LatticeDecl {
    /// The type it makes a lattice.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// Its entries, in text order.
    pub fn entries(&self) -> Vec<LatticeEntry> {
        children(&self.0)
    }
}

node! {
    /// `Lub -> @f(_, _)`
    LatticeEntry = LATTICE_ENTRY
}

impl LatticeEntry {
    /// `Bottom`, `Top`, `Lub`, `Glb` or `Leq`, unchecked.
    pub fn key(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// What stands behind the arrow.
    pub fn value(&self) -> Option<Term> {
        child(&self.0)
    }
}

node! {
    /// `.functor f(x: T, U): V stateful`
    FunctorDecl = FUNCTOR_DECL
}

impl FunctorDecl {
    /// Its name.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// Its parameters; their names may be missing.
    pub fn parameters(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }

    /// Its result type.
    pub fn result(&self) -> Option<Name> {
        token_of(&self.0, COLON).and_then(|_| child(&self.0))
    }

    /// True if it is marked `stateful`.
    pub fn is_stateful(&self) -> bool {
        token_of(&self.0, STATEFUL).is_some()
    }
}

documented!(RelationDecl, Attribute, DebugDeltaDecl, TypeDecl, BranchDecl, LatticeDecl, FunctorDecl);

/// The attributes in the list under `node`.
pub(crate) fn attributes(node: &SyntaxNode) -> Vec<Attribute> {
    node.children().find(|part| part.kind() == SyntaxKind::ATTRIBUTE_LIST).map_or_else(Vec::new, |list| children(&list))
}
