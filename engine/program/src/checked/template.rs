//! Sentences with places for values: what a fact of a relation, or the conclusion of a rule, means in words.

use diagnostics::{Lang, Span};

/// A sentence with places for values.
#[derive(Clone, Debug)]
pub struct Template {
    /// What it is made of, in text order.
    pub parts: Vec<TemplatePart>,
    /// The string.
    pub span: Span,
}

/// A part of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePart {
    /// These words.
    Words(String),
    /// A value: of the column with this number; in the template of a rule, of the variable with this number.
    Value(u32),
    /// How many facts were counted.
    Count,
}

/// What is said in either language.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// In Chinese.
    pub zh: Option<Template>,
    /// In English.
    pub en: Option<Template>,
}

impl Wording {
    /// The template in this language.
    pub fn get(&self, lang: Lang) -> Option<&Template> {
        match lang {
            Lang::Zh => self.zh.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }

    /// The templates there are.
    pub fn all(&self) -> impl Iterator<Item = &Template> {
        self.zh.iter().chain(&self.en)
    }
}

/// What is said of a relation's facts.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// `zh`, `en`: of a fact.
    pub positive: Wording,
    /// `zh_not`, `en_not`: that there is no such fact.
    pub negated: Wording,
    /// `zh_count`, `en_count`: how many such facts there are.
    pub counted: Wording,
}
