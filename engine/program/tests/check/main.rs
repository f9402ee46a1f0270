//! Programs as texts, and what the check says about them.

mod correct;
mod support;
