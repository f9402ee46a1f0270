//! Why a text is no record and no branch.

use diagnostics::Diagnostic;

/// Where a text stops being a value of its type, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// The character, from 1.
    at: usize,
    /// In English and Chinese.
    reason: [String; 2],
}

impl Mistake {
    /// A mistake at this byte of `text`.
    pub(super) fn new(text: &str, byte: usize, reason: [String; 2]) -> Self {
        Self { at: text[..byte].chars().count() + 1, reason }
    }

    /// Fills `{character}` and `{reason}`.
    pub(crate) fn fill(self, diagnostic: Diagnostic) -> Diagnostic {
        let [en, zh] = self.reason;
        diagnostic.arg("character", self.at).texts("reason", en, zh)
    }
}
