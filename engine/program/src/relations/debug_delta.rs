//! `.decl D = debug_delta(R)`: the rounds of R as a relation.

use diagnostics::FileId;
use syntax::ast::{DebugDeltaDecl, Item};
use values::Primitive;

use super::{Column, Declared, Relations};
use crate::checked::Law;
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::namespace::Namespace;
use crate::report::Report;
use crate::types::{Named, Types};

impl Relations {
    /// Adds the relations among `items` that observe others, whose declarations may stand anywhere.
    pub(super) fn observe(&mut self, items: &[SourceItem], types: &Types, damage: &Damage, report: &mut Report) {
        for SourceItem { file, item, namespace } in items {
            if let Item::DebugDelta(decl) = item {
                report.enter(namespace);
                match self.observer(decl, *file, namespace, types, damage, report) {
                    Some(declared) => self.insert(declared, report),
                    None => self.broken.extend(decl.name().map(|name| (namespace.full(name.text()), ()))),
                }
            }
        }
    }

    /// `None` where the relation observed is unknown.
    fn observer(
        &self,
        decl: &DebugDeltaDecl,
        file: FileId,
        namespace: &Namespace,
        types: &Types,
        damage: &Damage,
        report: &mut Report,
    ) -> Option<Declared> {
        let (name, of) = (decl.name()?, decl.relation()?);
        let observed = self.known(&of.dotted(), of.span(file), namespace, damage, report)?;
        let unsigned = Primitive::Unsigned.name();
        let number = match types.find(unsigned) {
            Some(Named::Type(id)) => Some(id),
            _ => None,
        };
        let iteration =
            Column { name: "iteration".to_owned(), type_name: unsigned.to_owned(), of: number, span: name.span(file) };
        let columns = std::iter::once(iteration).chain(self.get(observed).columns.iter().cloned()).collect();
        Some(Declared {
            complete: self.get(observed).complete,
            law: Law::DeltaOf(observed),
            doc: decl.docs(),
            ..Declared::new(namespace.full(name.text()), columns, name.span(file))
        })
    }
}
