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

    /// The text in `lang` for readers of the catalogue: the place of an argument shows as its name, `‹name›`.
    pub fn outline(self, lang: Lang) -> String {
        let mut outline = self.get(lang).to_owned();
        for name in self.placeholders(lang) {
            outline = outline.replace(&format!("{{{name}}}"), &format!("‹{name}›"));
        }
        outline
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_name_the_arguments() {
        let text =
            Text { en: "`{found}` must be written `{sign}`, not `{found}`", zh: "`{found}` 必须写作 `{sign}`" };
        assert_eq!(text.outline(Lang::En), "`‹found›` must be written `‹sign›`, not `‹found›`");
        assert_eq!(text.outline(Lang::Zh), "`‹found›` 必须写作 `‹sign›`");
        let braces = Text { en: "an atom or `{`", zh: "原子或 `{`" };
        assert_eq!(braces.outline(Lang::En), braces.en);
    }
}
