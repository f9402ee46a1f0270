//! What the end-to-end tests share: running a program text through both evaluators, the format of literate cases, and
//! random programs.

pub mod certified;
pub mod drivers;
pub mod engine;
pub mod files;
pub mod lawful;
pub mod literate;
pub mod positive;
pub mod random;
pub mod sheet;
