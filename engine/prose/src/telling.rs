//! What a text about a model is made from.

use diagnostics::{Files, Lang};
use eval::Model;
use proof::Locators;

/// What a text about a model is made from, and how it is to look.
#[derive(Clone, Copy)]
pub struct Telling<'m> {
    /// The model.
    pub model: &'m Model<'m>,
    /// Where its records stand.
    pub locators: &'m dyn Locators,
    /// The texts of its program.
    pub files: &'m Files,
    /// The language.
    pub lang: Lang,
    /// Columns of a line.
    pub width: usize,
}
