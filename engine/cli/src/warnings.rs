//! Which warnings are shown.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, catalogue};

/// The names that the dialect's command line has for kinds of warnings, with their codes here.
const NAMES: &[(&str, &[&str])] = &[
    ("deprecated-type-decl", &[catalogue::OLD_TYPE_DECLARATION.code]),
    ("deprecated-qualifier", &[catalogue::OLD_QUALIFIER.code]),
    ("dollar-sign", &["SY0267"]),
    ("no-rules-nor-facts", &[catalogue::EMPTY_RELATION.code]),
    ("no-subsumptive-rule", &[catalogue::DELETABLE_WITHOUT_RULE.code]),
    ("var-appears-once", &[catalogue::LONE_VARIABLE.code, catalogue::REUSED_UNDERSCORE.code]),
    ("useless-doc-comment", &[catalogue::USELESS_DOC_COMMENT.code]),
    ("useless-annotation", &[catalogue::USELESS_ANNOTATION.code]),
];

/// Those that `--legacy` does not show.
const LEGACY: &[&str] = &["deprecated-type-decl", "deprecated-qualifier", "dollar-sign"];

/// Options about warnings, besides `-w`.
#[derive(Debug, Default, clap::Args)]
pub struct WarningOptions {
    /// Warnings that are shown although others say they are not.
    #[arg(short = 'W', alias = "warn", value_name = "NAMES", value_delimiter = ',', value_parser = shown)]
    shown: Vec<Kind>,
    /// Warnings that are not shown.
    #[arg(long = "wno", value_name = "NAMES", value_delimiter = ',', value_parser = silenced)]
    silenced: Vec<Kind>,
    /// As older versions of the dialect.
    #[arg(long)]
    pub legacy: bool,
}

/// Some of the warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    All,
    None,
    Some(&'static [&'static str]),
    Code(&'static str),
}

impl WarningOptions {
    /// Those of `found` that are shown: all errors, and warnings that nothing silences.
    pub fn shown(&self, found: &[Diagnostic]) -> Vec<Diagnostic> {
        let silenced = self.silenced();
        found.iter().filter(|found| found.is_error() || !silenced.contains(found.code())).cloned().collect()
    }

    fn silenced(&self) -> BTreeSet<&'static str> {
        let mut silenced = BTreeSet::new();
        if self.legacy {
            silenced.extend(LEGACY.iter().filter_map(|name| codes(name)).flatten());
        }
        if self.shown.contains(&Kind::None) {
            silenced.extend(Kind::All.codes());
        }
        silenced.extend(self.silenced.iter().flat_map(Kind::codes));
        self.shown.iter().flat_map(Kind::codes).for_each(|code| {
            silenced.remove(code);
        });
        silenced
    }
}

impl Kind {
    fn codes(&self) -> Vec<&'static str> {
        match self {
            Self::All => catalogue::ALL.iter().map(|entry| entry.code).collect(),
            Self::None => Vec::new(),
            Self::Some(codes) => codes.to_vec(),
            Self::Code(code) => vec![*code],
        }
    }
}

fn codes(name: &str) -> Option<&'static [&'static str]> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, codes)| *codes)
}

fn shown(name: &str) -> Result<Kind, String> {
    if name == "none" { Ok(Kind::None) } else { silenced(name) }
}

/// `all`, a name of the dialect, or a code.
fn silenced(name: &str) -> Result<Kind, String> {
    let known = codes(name).map(Kind::Some).or_else(|| catalogue::find(name).map(|entry| Kind::Code(entry.code)));
    known.or((name == "all").then_some(Kind::All)).ok_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes_of(options: WarningOptions) -> Vec<&'static str> {
        let found = [&catalogue::LONE_VARIABLE, &catalogue::OLD_QUALIFIER, &catalogue::UNDECLARED_RELATION];
        options.shown(&found.map(Diagnostic::unplaced)).iter().map(Diagnostic::code).collect()
    }

    #[test]
    fn errors_are_always_shown() {
        let all = || vec![silenced("all").unwrap()];
        assert_eq!(codes_of(WarningOptions::default()), ["SY0380", "SY0218", "SY0201"]);
        assert_eq!(codes_of(WarningOptions { silenced: all(), ..Default::default() }), ["SY0201"]);
        assert_eq!(codes_of(WarningOptions { shown: vec![shown("none").unwrap()], ..Default::default() }), ["SY0201"]);
        assert_eq!(codes_of(WarningOptions { legacy: true, ..Default::default() }), ["SY0380", "SY0201"]);
        let some = vec![silenced("var-appears-once").unwrap()];
        assert_eq!(codes_of(WarningOptions { silenced: some.clone(), ..Default::default() }), ["SY0218", "SY0201"]);
        assert_eq!(
            codes_of(WarningOptions { silenced: all(), shown: some, ..Default::default() }),
            ["SY0380", "SY0201"]
        );
    }

    #[test]
    fn kinds_have_names_and_codes() {
        assert_eq!(silenced("SY0218"), Ok(Kind::Code("SY0218")));
        assert_eq!(silenced("none"), Err("none".to_owned()));
        assert_eq!(shown("nothing"), Err("nothing".to_owned()));
    }
}
