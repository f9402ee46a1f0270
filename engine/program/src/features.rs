//! What the dialect has and the core does not support yet, with words for it.

use diagnostics::{Diagnostic, Span, Text, catalogue};

/// A part of the dialect that is refused.
#[derive(Debug)]
pub(crate) struct Feature {
    name: Text,
    instead: Text,
}

impl Feature {
    /// The error that refuses it at `span`.
    pub(crate) fn refused(&self, span: Span) -> Diagnostic {
        Diagnostic::new(&catalogue::NOT_SUPPORTED, span).words("feature", self.name).words("instead", self.instead)
    }
}

macro_rules! features {
    ($($name:ident $en:literal $zh:literal $instead:expr;)*) => {
        $(pub(crate) static $name: Feature = Feature { name: Text { en: $en, zh: $zh }, instead: $instead };)*
    };
}

features! {
    LATTICES "lattices" "格" Text {
        en: "keep all values and take the best with `min` or `max`", zh: "请保留全部取值，再用 `min` 或 `max` 取最优者" };
    USER_FUNCTORS "functors from shared libraries" "外部库函数" Text {
        en: "use the built-in functors, or compute the column before loading", zh: "请使用内置函数，或在载入前算好该列" };
    USER_AGGREGATES "user-defined aggregates" "自定义聚合" Text {
        en: "use `count`, `sum`, `min`, `max` or `mean`", zh: "请使用 `count`、`sum`、`min`、`max` 或 `mean`" };
}
