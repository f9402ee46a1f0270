//! Derivations as files that others show: derivations -> a page, a site, graphs, provenance.
//!
//! [`page()`] is one HTML file that needs nothing else, [`site`] the parts of a report, [`dot()`] and [`mermaid()`] draw graphs, [`prov()`]
//! says the same in the terms of W3C PROV. Whatever a record holds is shown as text: nothing of it can become markup or a script. Nothing
//! here decides anything, reads or writes, or recurses: derivations are long.

mod dot;
mod graph;
mod html;
mod mermaid;
mod page;
mod prov;
pub mod site;
mod told;

pub use dot::dot;
pub use mermaid::mermaid;
pub use page::{Place, Proofs, WhyNot, page, why_not_page};
pub use prov::prov;
pub use told::{Clue, Proof};
