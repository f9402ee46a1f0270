//! Everything that is declared.

use diagnostics::Files;

use crate::checked::RelId;
use crate::components::Expanded;
use crate::damage::Damage;
use crate::registry::Registry;
use crate::relations::{self, Relations};
use crate::report::Report;
use crate::types::{self, Types};

/// What names stand for.
#[derive(Debug)]
pub(crate) struct Declarations {
    pub(crate) types: Types,
    pub(crate) relations: Relations,
    pub(crate) registry: Registry,
    pub(crate) damage: Damage,
}

impl Declarations {
    /// The declarations of a program, with the values of parameters that are `given` outside of its text. What the core does not support
    /// is refused.
    pub(crate) fn read(
        program: &Expanded,
        given: &[(String, String)],
        files: &Files,
        report: &mut Report,
    ) -> Declarations {
        let Expanded { items, failed } = program;
        let damage = Damage::new(failed, report.diagnostics(), files);
        let types = types::declare(items, &damage, report);
        let relations = relations::declare(items, &types, &damage, report);
        let registry = Registry::read(items, &types, &relations, given, &damage, report);
        report.leave();
        Declarations { types, relations, registry, damage }
    }

    /// The name of a relation.
    pub(crate) fn name(&self, id: RelId) -> &str {
        &self.relations.get(id).name
    }
}
