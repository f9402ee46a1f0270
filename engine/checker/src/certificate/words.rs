//! What is said of a proof, in both languages.

use diagnostics::{Lang, Text};

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    pub(super) en: String,
    pub(super) zh: String,
}

impl Words {
    /// The sentence in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Words {
        Words { en: text.en.to_owned(), zh: text.zh.to_owned() }
    }
}

/// [`Words`] of an English and a Chinese format with the same arguments.
macro_rules! words {
    ($en:literal, $zh:literal $(, $arg:expr)* $(,)?) => {
        $crate::certificate::Words { en: format!($en $(, $arg)*), zh: format!($zh $(, $arg)*) }
    };
}

pub(super) use words;
