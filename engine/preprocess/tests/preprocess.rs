//! The preprocessor's texts, places and findings.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "preprocess/bounds.rs"]
mod bounds;
#[path = "preprocess/conditions.rs"]
mod conditions;
#[path = "preprocess/inclusions.rs"]
mod inclusions;
#[path = "preprocess/macros.rs"]
mod macros;
#[path = "preprocess/off.rs"]
mod off;
#[path = "preprocess/places.rs"]
mod places;
#[path = "preprocess/properties.rs"]
mod properties;
#[path = "preprocess/support.rs"]
mod support;
