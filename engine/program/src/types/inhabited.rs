//! Types that no finite value inhabits.

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Primitive, ShapeId};

use super::Types;
use super::composite::{BranchType, CompositeType};
use crate::graph::components;
use crate::report::Report;

/// Places of a circle that a message shows besides the first.
const STEPS_MAX: usize = 10;

/// Reports algebraic data types whose values would all have to hold a value of their own type, one error for a circle of
/// them. Record types have `nil`.
pub(super) fn check(types: &Types, report: &mut Report) {
    const STEP: Text = Text { en: "part of the circle", zh: "处于循环之中" };
    let count = types.composites.len();
    let next: Vec<Vec<usize>> = (0..count).map(|number| needs(types, number)).collect();
    // A type without branches was reported.
    let given = |composite: &CompositeType| composite.is_record || composite.branches.is_empty();
    let mut inhabited: Vec<bool> = types.composites.iter().map(given).collect();
    // What a component needs from others is inhabited or was reported when it is its turn.
    for component in components(&next) {
        spread(types, &component, &mut inhabited);
        let empty: Vec<usize> = component.into_iter().filter(|member| !inhabited[*member]).collect();
        let Some((first, others)) = empty.split_first() else { continue };
        let of = |number: usize| types.composite(ShapeId(number as u32));
        let error = Diagnostic::new(&catalogue::UNINHABITED_TYPE, of(*first).span).arg("name", &of(*first).name);
        report.push(others.iter().take(STEPS_MAX).fold(error, |error, other| error.related(of(*other).span, STEP)));
        empty.iter().for_each(|member| inhabited[*member] = true);
    }
}

/// Marks the members that have a branch all of whose fields have values.
fn spread(types: &Types, component: &[usize], inhabited: &mut [bool]) {
    let mut changed = true;
    while changed {
        changed = false;
        for &member in component.iter().rev() {
            let has_values = |branch: &BranchType| parts(types, branch).all(|part| inhabited[part]);
            if !inhabited[member] && types.composites[member].branches.iter().any(has_values) {
                (inhabited[member], changed) = (true, true);
            }
        }
    }
}

/// The algebraic data types in the fields of a type; a record type needs none, since it has `nil`.
fn needs(types: &Types, number: usize) -> Vec<usize> {
    let composite = &types.composites[number];
    match composite.is_record {
        true => Vec::new(),
        false => composite.branches.iter().flat_map(|branch| parts(types, branch)).collect(),
    }
}

fn parts<'t>(types: &'t Types, branch: &'t BranchType) -> impl Iterator<Item = usize> + 't {
    branch.fields.iter().filter_map(|field| match types.primitive(field.of?) {
        Primitive::Composite(shape) => Some(shape.0 as usize),
        _ => None,
    })
}
