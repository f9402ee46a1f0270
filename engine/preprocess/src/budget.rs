//! How much the preprocessor may make.

use diagnostics::{Diagnostic, Span, catalogue};

use crate::token::Token;

/// Bytes that macros and inclusions may make in one text; what macros make on the way counts too, and so do their arguments.
const BYTES_MAX: usize = 16 << 20;

/// What a token counts besides its text.
const TOKEN_BYTES: usize = 8;

/// What is left of the bytes that may be made.
#[derive(Debug)]
pub(crate) struct Budget(usize);

/// The text cannot be made; the reason, unless it has been reported.
#[derive(Debug)]
pub(crate) struct Stop(pub(crate) Option<Box<Diagnostic>>);

impl Default for Budget {
    fn default() -> Self {
        Self(BYTES_MAX)
    }
}

impl Budget {
    /// Takes what tokens need, which is more than their text.
    ///
    /// # Errors
    /// They are too many.
    pub(crate) fn take_tokens<'t>(
        &mut self,
        tokens: impl IntoIterator<Item = &'t Token>,
        used: Span,
    ) -> Result<(), Stop> {
        self.take(tokens.into_iter().map(|token| token.text.len() + TOKEN_BYTES).sum(), used)
    }

    /// Takes this many bytes for what is written at `used`.
    ///
    /// # Errors
    /// They are too many.
    pub(crate) fn take(&mut self, bytes: usize, used: Span) -> Result<(), Stop> {
        match self.0.checked_sub(bytes) {
            Some(left) => self.0 = left,
            None => {
                let error = Diagnostic::new(&catalogue::EXPANSION_TOO_LARGE, used);
                return Err(Stop(Some(Box::new(error.arg("limit", BYTES_MAX >> 20)))));
            }
        }
        Ok(())
    }
}
