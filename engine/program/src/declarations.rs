//! Everything that is declared.

use diagnostics::Files;
use syntax::ast::Item;

use crate::checked::RelId;
use crate::damage::Damage;
use crate::features;
use crate::load::SourceItem;
use crate::relations::{self, Relations};
use crate::report::Report;
use crate::types::{self, Types};

/// What names stand for.
#[derive(Debug)]
pub(crate) struct Declarations {
    pub(crate) types: Types,
    pub(crate) relations: Relations,
    pub(crate) damage: Damage,
}

impl Declarations {
    /// The declarations among `items`. What the core does not support is refused.
    pub(crate) fn read(items: &[SourceItem], files: &Files, report: &mut Report) -> Declarations {
        let damage = Damage::new(items, report.diagnostics(), files);
        refuse(items, report);
        let types = types::declare(items, &damage, report);
        let relations = relations::declare(items, &types, &damage, report);
        Declarations { types, relations, damage }
    }

    /// The name of a relation.
    pub(crate) fn name(&self, id: RelId) -> &str {
        &self.relations.get(id).name
    }
}

/// Refuses items of kinds that the core does not support; types and relations are looked at elsewhere.
fn refuse(items: &[SourceItem], report: &mut Report) {
    for SourceItem { file, item } in items {
        let feature = match item {
            Item::Component(_) | Item::Init(_) | Item::Override(_) => &features::COMPONENTS,
            _ => continue,
        };
        report.push(feature.refused(item.span(*file)));
    }
}
