//! Components: what their instances declare, as one list of items with the names each of them sees.
//!
//! An instance `i` of a component declares what the component and those it inherits from declare, each name behind `i.`. A
//! name in them means what the instance declares under it, else what the instances around it do, else the program: this
//! makes a rule whose head the component does not declare a rule of the enclosing instance.

mod definitions;
mod instances;
mod structure;

use std::rc::Rc;

use diagnostics::FileId;
use syntax::ast::Item;

use crate::load::Source;
use crate::namespace::Namespace;
use crate::report::Report;

use definitions::Definitions;
use instances::Instances;

/// An item with the text it stands in and what its names mean; no `.comp`, `.init` or `.override`.
#[derive(Clone, Debug)]
pub(crate) struct SourceItem {
    pub(crate) file: FileId,
    pub(crate) item: Item,
    pub(crate) namespace: Rc<Namespace>,
}

/// A program without components.
#[derive(Debug, Default)]
pub(crate) struct Expanded {
    /// The items of an instance stand where its `.init` stands, those of inherited components first.
    pub(crate) items: Vec<SourceItem>,
    /// The full names of instances that could not be made, which was reported.
    pub(crate) failed: Vec<String>,
}

/// Checks the components of a program, also those without instances, and makes the instances.
pub(crate) fn expand(source: &Source, report: &mut Report) -> Expanded {
    let definitions = Definitions::read(source);
    let unusable = structure::check(source, &definitions, report);
    report.share(definitions.places());
    let mut instances = Instances::new(&definitions, unusable, report);
    instances.program(&source.items);
    instances.expanded
}
