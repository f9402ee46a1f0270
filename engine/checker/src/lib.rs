//! The second opinion: an evaluator that derives the model of a checked program once more, to be compared with the main
//! evaluator's.
//!
//! It is written to be read, and it shares no code with `eval` or `proof`. Joins and fixpoints are datafrog's; normal
//! form, order of goals, arithmetic, calendar and dictionary are its own. What it trusts without looking are `syntax` and
//! `program`: a rule that those two misread is misread here in the same way. `values` is used as plain data.
//!
//! The way of a rule:
//!
//! 1. `dnf` multiplies its body out into conjunctions, `clause` gives aggregates and ranges goals of their own;
//! 2. `plan` puts the goals in order and says which variables a row holds between them;
//! 3. `strata` runs the rules, from the bottom stratum up, in rounds where a stratum is recursive;
//! 4. `solve` carries out a plan on `rows` of codes, looking into `tables` and computing by `arithmetic`.
//!
//! Of the law it reads what people wrote, not what `law` makes of it. `openness` says which relations may have open tuples; once a
//! stratum is settled, their rules run a second time, over what may be (`solve::open`, `strata::open`). `outcomes` says what comes of
//! the candidates of models.
//!
//! The room holds a second checker, which is given a proof and derives nothing: `certificate`.

mod arithmetic;
pub mod certificate;
mod clause;
mod dnf;
mod halt;
mod interner;
mod openness;
mod outcomes;
mod plan;
mod precedence;
mod query;
mod rows;
mod solve;
mod strata;
mod tables;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use halt::{Halt, Origin};
pub use outcomes::{Grades, Model, OpenTuple, Outcome, Refer, Tuples, Verdict};

use diagnostics::{Diagnostic, catalogue};
use program::checked::Program;
use values::Value;

use interner::Interner;
use plan::WIDTH_MAX;
use solve::Machine;

/// The model of `program` over `records`, one list of rows for each relation (missing lists are empty): for each
/// relation all tuples that hold.
///
/// # Errors
///
/// [`Halt::Failed`] where a computation fails for a binding that meets every guard of its body, so that there is no
/// model. [`Halt::Refused`] where the program is beyond this evaluator: more than 16 columns or variables at a time,
/// `ord` of a symbol, a body that explodes when multiplied out, more than `limit` facts (records included) or values of a
/// range.
pub fn derive(program: &Program, records: &[Vec<Vec<Value>>], limit: Option<usize>) -> Result<Model, Halt> {
    let mut machine = Machine { interner: Interner::new(program.shapes.clone()), ..Machine::default() };
    let openness = openness::Openness::of(program);
    let queries = query::queries(program, &openness, &mut machine.interner)?;
    let columns = columns(program)?;
    let width = queries.iter().map(query::Query::width).max().unwrap_or(0).max(columns);
    match width {
        0..=4 => strata::model::<4>(program, &openness, &queries, records, limit, machine),
        5..=8 => strata::model::<8>(program, &openness, &queries, records, limit, machine),
        _ => strata::model::<WIDTH_MAX>(program, &openness, &queries, records, limit, machine),
    }
}

/// The number of columns of the widest relation.
fn columns(program: &Program) -> Result<usize, Halt> {
    let mut widest = 0;
    for relation in &program.relations {
        let width = relation.columns.len();
        if width > WIDTH_MAX {
            let diagnostic = Diagnostic::new(&catalogue::SECOND_OPINION_WIDTH, relation.span);
            return Err(Halt::Refused(Box::new(diagnostic.arg("name", &relation.name).arg("width", width))));
        }
        widest = widest.max(width);
    }
    Ok(widest)
}
