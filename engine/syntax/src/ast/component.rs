//! Components.

use crate::SyntaxKind::{COLON, IDENT};
use crate::ast::annotation::documented;
use crate::ast::node::{child, children, node, token_of};
use crate::ast::{Item, Name, Token};

node! {
    /// `.comp C<T> : B<T> {...}`
    Component = COMPONENT
}

impl Component {
    /// Its name and parameters.
    pub fn header(&self) -> Option<ComponentType> {
        child(&self.0)
    }

    /// The components it inherits from.
    pub fn bases(&self) -> Vec<ComponentType> {
        if token_of(&self.0, COLON).is_none() {
            return Vec::new();
        }
        children(&self.0).into_iter().skip(1).collect()
    }

    /// Its items, in text order.
    pub fn items(&self) -> Vec<Item> {
        children(&self.0)
    }
}

node! {
    /// `C<T, U>`
    ComponentType = COMPONENT_TYPE
}

impl ComponentType {
    /// The component.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The parameters or arguments between the angle brackets.
    pub fn arguments(&self) -> Vec<Name> {
        children(&self.0).into_iter().skip(1).collect()
    }
}

node! {
    /// `.init i = C<T>`
    Init = INIT
}

impl Init {
    /// The instance.
    pub fn name(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// What it instantiates.
    pub fn component(&self) -> Option<ComponentType> {
        child(&self.0)
    }
}

node! {
    /// `.override R`
    Override = OVERRIDE
}

impl Override {
    /// The relation.
    pub fn relation(&self) -> Option<Name> {
        child(&self.0)
    }
}

documented!(Component, Init, Override);
