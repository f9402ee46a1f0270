//! Everything that is declared.

use diagnostics::Files;
use syntax::ast::{Item, TypeDefinition};

use crate::checked::RelId;
use crate::components::{Expanded, SourceItem};
use crate::damage::Damage;
use crate::features::{self, Feature};
use crate::relations::{self, Relations};
use crate::report::Report;
use crate::types::{self, Types};

/// What names stand for.
#[derive(Debug)]
pub(crate) struct Declarations {
    pub(crate) types: Types,
    pub(crate) relations: Relations,
    pub(crate) damage: Damage,
    /// Features that a declaration was refused for; their use in rules follows from it.
    refused: Vec<&'static Feature>,
}

impl Declarations {
    /// The declarations of a program. What the core does not support is refused.
    pub(crate) fn read(program: &Expanded, files: &Files, report: &mut Report) -> Declarations {
        let Expanded { items, failed } = program;
        let damage = Damage::new(failed, report.diagnostics(), files);
        let refused = refuse(items, report);
        let types = types::declare(items, &damage, report);
        let relations = relations::declare(items, &types, &damage, report);
        report.leave();
        Declarations { types, relations, damage, refused }
    }

    /// The name of a relation.
    pub(crate) fn name(&self, id: RelId) -> &str {
        &self.relations.get(id).name
    }

    /// True where the use of `feature` in a rule follows from a declaration that was refused.
    pub(crate) fn told(&self, feature: &Feature) -> bool {
        self.refused.iter().any(|refused| std::ptr::eq(*refused, feature))
    }
}

/// Refuses items of kinds that the core does not support; types and relations are looked at elsewhere.
fn refuse(items: &[SourceItem], report: &mut Report) -> Vec<&'static Feature> {
    let mut refused = Vec::new();
    for SourceItem { file, item, .. } in items {
        let feature = match item {
            Item::Functor(_) => {
                refused.extend([&features::USER_FUNCTORS, &features::USER_AGGREGATES]);
                &features::USER_FUNCTORS
            }
            Item::Type(decl) => {
                match decl.definition() {
                    Some(TypeDefinition::Record(_)) => refused.extend([&features::RECORDS, &features::NIL]),
                    Some(TypeDefinition::Adt(_)) => refused.push(&features::ADTS),
                    _ => {}
                }
                continue;
            }
            _ => continue,
        };
        report.push(feature.refused(item.span(*file)));
    }
    refused
}
