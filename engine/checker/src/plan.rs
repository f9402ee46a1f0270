//! In which order the goals of a clause are met, and which variables are kept in between.

mod order;

use std::collections::BTreeSet;

use crate::clause::{Clause, Var};
use crate::halt::Reason;

/// The widest row there is.
pub const WIDTH_MAX: usize = 16;

/// The variables whose values a row holds, ascending; the value of the first stands in the first place.
pub type Layout = Vec<Var>;

/// The steps from the rows of the given variables to the rows from which the head is made.
#[derive(Debug)]
pub struct Plan {
    /// One step for each goal.
    pub steps: Vec<Step>,
    /// The layout before each step, and after the last one.
    pub layouts: Vec<Layout>,
}

/// A goal in its turn.
#[derive(Debug)]
pub struct Step {
    /// Its number in the clause.
    pub goal: usize,
    /// The variables that it binds here.
    pub binds: Vec<Var>,
}

impl Plan {
    /// A plan for `clause`. Arguments that have to be computed but cannot be in time are turned into equations of their
    /// own in the clause. With `first` the plan begins with that atom and leaves the clause as it is; there may be none.
    pub fn new(clause: &mut Clause<'_>, first: Option<usize>) -> Result<Plan, Reason> {
        let steps = order::order(clause, first)?;
        let layouts = layouts(clause, &steps)?;
        Ok(Plan { steps, layouts })
    }

    /// How many values stand side by side at the most.
    pub fn width(&self) -> usize {
        self.layouts.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// A variable is kept from the step that binds it to the last step that looks at it; so, going backward,
///
/// ```text
/// kept before a step = kept after it - what it binds + what it looks at
/// ```
fn layouts(clause: &Clause<'_>, steps: &[Step]) -> Result<Vec<Layout>, Reason> {
    let mut seen = Vec::new();
    clause.head.iter().for_each(|expr| expr.variables(&mut seen));
    let mut kept: BTreeSet<Var> = seen.into_iter().collect();
    let mut layouts = vec![layout(&kept)?];
    for step in steps.iter().rev() {
        let goal = &clause.goals[step.goal];
        kept.extend(goal.reads());
        kept.extend(goal.binds());
        step.binds.iter().for_each(|var| _ = kept.remove(var));
        layouts.push(layout(&kept)?);
    }
    if !kept.iter().all(|var| clause.given.contains(var)) {
        return Err(Reason::NoOrder);
    }
    layouts.pop();
    layouts.push(layout(&clause.given.iter().copied().collect())?);
    layouts.reverse();
    Ok(layouts)
}

fn layout(kept: &BTreeSet<Var>) -> Result<Layout, Reason> {
    if kept.len() > WIDTH_MAX { Err(Reason::TooWide(kept.len())) } else { Ok(kept.iter().copied().collect()) }
}
