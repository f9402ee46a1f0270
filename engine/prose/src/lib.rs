//! Derivations for people and for programs: derivations -> Chinese or English text, JSON.
//!
//! A text reads as the syllogism does: the conclusion, the rule with its norms (major premise), the facts under it (minor
//! premise), down to the records. Nothing here decides anything, and nothing recurses: derivations are long.

mod citation;
mod conversions;
mod datalog;
mod declared;
mod elements;
mod fact;
mod json;
mod line;
mod missing;
pub mod norms;
mod open;
mod outline;
mod owner;
mod phrase;
mod places;
mod policy;
mod reasons;
mod refusal;
mod rules;
mod running;
mod sentence;
mod syllogism;
mod telling;
#[cfg(test)]
mod tests;
mod text;
mod why_not;
mod witnesses;
mod wrap;

pub use fact::{fact, literal_of, pattern, safe, short_name};
pub use json::{ClueOf, DigestOf, Layout, Stream, Take, json, source_json};
pub use line::{About, ReasonKind};
pub use missing::{missing_json, missing_text};
pub use open::{open_text, point_lines, points_text, said};
pub use outline::{compiled, outline};
pub use phrase::{fill, plural};
pub use places::place_list;
pub use reasons::{Reason, Reasons};
pub use refusal::{Refusal, refusal_json, refusal_reasons, refusal_sentence, refusal_text};
pub use sentence::Sentences;
pub use syllogism::{Level, syllogism};
pub use telling::Telling;
pub use text::{Below, Told, text};
pub use why_not::{why_not_json, why_not_text};
pub use witnesses::{witnesses_json, witnesses_text};
pub use wrap::{reflow, width_of, wrap};
