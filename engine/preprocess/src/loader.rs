//! Where included texts come from.

/// Where the texts of included files come from.
pub trait Loader {
    /// The text that `path` in an `.include` or `#include` of `from` names (`None`: the main program), tried relative to
    /// that file, then in the include folders. `from` is the key of the including file.
    ///
    /// # Errors
    /// [`LoadError`] where there is no such file or it cannot be read.
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError>;
}

/// A text found by a [`Loader`].
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The name shown in messages.
    pub name: String,
    /// What tells files apart: equal for the same file, however it was named.
    pub key: String,
    /// Its content.
    pub text: String,
}

/// Why a [`Loader`] has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is no such file.
    Missing,
    /// It cannot be read, or is no UTF-8 text; the reason in the words of the system.
    Unreadable(String),
}
