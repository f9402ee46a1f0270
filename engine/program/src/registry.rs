//! What the law declares: norms, parameters, policies, models, and exceptions to rules that stand elsewhere.

pub(crate) mod constant;
mod entries;
mod exceptions;
mod interval;
mod models;
mod norms;
mod parameters;
mod policies;
mod replaced;

pub(crate) use parameters::{AS_OF, settle};

use std::rc::Rc;
use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast;

use crate::checked::{ElementId, Model, ModelId, NamedPolicy, Norm, NormId, Parameter, ParameterId};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::namespace::Namespace;
use crate::relations::Relations;
use crate::report::Report;
use crate::types::Types;

/// What names of the law stand for. They are names of the whole program.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    pub(crate) norms: Vec<Norm>,
    pub(crate) parameters: Vec<Arc<Parameter>>,
    pub(crate) policies: Vec<NamedPolicy>,
    pub(crate) models: Vec<Model>,
    pub(crate) exceptions: Vec<CarveOut>,
    /// Names of parameters of which something was reported.
    broken: Vec<String>,
}

/// `.except RULE unless p(..)`
#[derive(Debug)]
pub(crate) struct CarveOut {
    /// The label of the rule.
    pub(crate) label: String,
    pub(crate) unless: ast::Unless,
    pub(crate) file: FileId,
    pub(crate) namespace: Rc<Namespace>,
}

impl Registry {
    /// What `items` declare; parameters have the values `given` outside of the text.
    pub(crate) fn read(
        items: &[SourceItem],
        types: &Types,
        relations: &Relations,
        given: &[(String, String)],
        damage: &Damage,
        report: &mut Report,
    ) -> Registry {
        report.leave();
        let mut registry = Registry::default();
        parameters::read(&mut registry, items, types, relations, damage, report);
        registry.norms = norms::read(items, damage, report);
        registry.policies = policies::read(items, &registry.norms, report);
        registry.exceptions = exceptions::read(items, report);
        models::read(&mut registry, items, relations, damage, report);
        replaced::replace(&mut registry, given, report);
        registry
    }

    /// The parameter with this name.
    pub(crate) fn parameter(&self, name: &str) -> Option<ParameterId> {
        let found = self.parameters.iter().position(|parameter| parameter.name == name);
        found.map(|index| ParameterId(index as u32))
    }

    /// True for a parameter of which something was reported.
    pub(crate) fn is_broken(&self, name: &str) -> bool {
        self.broken.iter().any(|broken| broken == name)
    }

    /// The norm with this name.
    pub(crate) fn norm(&self, name: &str) -> Option<NormId> {
        self.norms.iter().position(|norm| norm.name == name).map(|index| NormId(index as u32))
    }

    /// The policy with this name.
    pub(crate) fn policy(&self, name: &str) -> Option<&NamedPolicy> {
        self.policies.iter().find(|policy| policy.name == name)
    }

    /// The model with this name.
    pub(crate) fn model(&self, name: &str) -> Option<ModelId> {
        self.models.iter().position(|model| model.name == name).map(|index| ModelId(index as u32))
    }

    /// The full names of all elements.
    pub(crate) fn element_names(&self) -> Vec<String> {
        let names = |model: &Model| -> Vec<String> {
            model.elements.iter().map(|element| format!("{}.{}", model.name, element.key)).collect()
        };
        self.models.iter().flat_map(names).collect()
    }

    /// The element `MODEL.key`; where it is shared, the one that it is shared with.
    pub(crate) fn element(&self, name: &str) -> Option<ElementId> {
        let (model, key) = name.rsplit_once('.')?;
        let model = self.model(model)?;
        let elements = &self.models[model.0 as usize].elements;
        let element = elements.iter().position(|element| element.key == key)?;
        let own = ElementId { model, element: element as u32 };
        Some(elements[element].shared.unwrap_or(own))
    }
}

/// A name that is declared already.
pub(crate) fn twice(directive: &'static str, name: &str, span: Span, previous: Span) -> Diagnostic {
    const PREVIOUS: Text = Text { en: "declared first here", zh: "最先在此声明" };
    let again = Diagnostic::new(&catalogue::LAW_NAME_TWICE, span).arg("directive", directive);
    again.arg("name", name).related(previous, PREVIOUS)
}
