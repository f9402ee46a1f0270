//! The two languages every user-visible text exists in.

/// The language of messages, chosen by `--lang` or `syllogist.toml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Chinese (simplified).
    Zh,
}

/// One text in both languages. `{name}` marks the place of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Chinese (simplified).
    pub zh: &'static str,
}

impl Text {
    /// The text in `lang`, placeholders unfilled.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// True where there is nothing to say.
    pub fn is_empty(self) -> bool {
        self.en.is_empty()
    }

    /// The names between braces, in the order of the English text.
    pub fn placeholders(self, lang: Lang) -> Vec<&'static str> {
        let text = self.get(lang);
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
    }
}
