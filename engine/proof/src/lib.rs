//! Why a fact holds, and why one does not: model -> derivations.
//!
//! Nothing was stored for this while the model was computed but the order of rows. A row's segment names its rule and
//! round; its canonical derivation is that rule's least match over rows of earlier rounds, compared premise by premise in
//! the order of the rule's text, values in output order. The search cannot be circular, since every premise has an
//! earlier row. The model is never changed.

mod completeness;
mod derivation;
mod distance;
mod dominating;
mod elements;
mod evaluate;
mod explain;
mod gaps;
mod grade;
mod impact;
mod lacking;
mod missing;
mod near;
mod outcomes;
mod why_not;
mod witnesses;

pub use derivation::{
    Beaten, Because, Derivation, Exception, Form, Known, Link, Member, Node, NodeId, Premise, RecordPlace, RecordUnit,
    Replaced,
};
pub use distance::{CHARACTERS_MAX, Distance};
pub use elements::{ElementState, State, elements};
pub use evaluate::evaluate;
pub use explain::open::{Nowhere, OpenCase, OpenKind, OpenPoint, OpenReason, OpenTuple, open_tuples};
pub use explain::{Asked, Explainer, Limits, Locators, Part, Parts, Question, explain, shortest};
pub use gaps::Gap;
pub use grade::grades;
pub use impact::{Record, Resting, resting};
pub use lacking::{Behind, Below, Lacking, Reach, lacking};
pub use missing::{CHOICES_MAX, Group, Lack, Missing, Openness, missing};
pub use near::{Difference, NearMiss, Nearby, Unseen};
pub use outcomes::{Contradiction, ModelOutcomes, Refer, Standing, contradictions, open_clue, outcomes, refers};
pub use why_not::{Attempt, Barrier, Obstacle, STEPS_MAX, WhyNot, why_not};
pub use witnesses::{AbsentBeside, Base, GroupBeside, WitnessSet, Witnesses, witnesses};
