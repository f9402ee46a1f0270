//! A command line that is not understood, as a diagnostic.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use diagnostics::{Diagnostic, Text, catalogue};

/// What is wrong with the command line; `None` where the "error" is a request for the help or the version.
pub fn diagnostic(error: &clap::Error) -> Option<Diagnostic> {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let first = |kinds: &[ContextKind]| {
        kinds.iter().map(|kind| context(*kind)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    Some(match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return None,
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            let word = first(&[ContextKind::InvalidArg, ContextKind::InvalidSubcommand]);
            let near = first(&[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]);
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_ARGUMENT).arg("word", word);
            match near.as_str() {
                "" => unknown.words("near", Text { en: "", zh: "" }),
                near => unknown.arg("near", format!(" (`{near}`?)")),
            }
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let command = Text {
                en: "a command (`run`, `check`, `explain` or `why`)",
                zh: "命令（`run`、`check`、`explain` 或 `why`）",
            };
            Diagnostic::unplaced(&catalogue::MISSING_ARGUMENT).words("what", command)
        }
        ErrorKind::MissingRequiredArgument => {
            let what = format!("`{}`", named(&context(ContextKind::InvalidArg)));
            Diagnostic::unplaced(&catalogue::MISSING_ARGUMENT).arg("what", what)
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            let option = named(&context(ContextKind::InvalidArg));
            let (en, zh) = (format!("the value of `{option}`"), format!("`{option}` 的值"));
            Diagnostic::unplaced(&catalogue::MISSING_ARGUMENT).texts("what", en, zh)
        }
        ErrorKind::ArgumentConflict => {
            let (option, other) = (named(&context(ContextKind::InvalidArg)), named(&context(ContextKind::PriorArg)));
            match other.is_empty() || option == other {
                true => Diagnostic::unplaced(&catalogue::REPEATED_ARGUMENT).arg("option", option),
                false => Diagnostic::unplaced(&catalogue::OPTIONS_APART).arg("option", option).arg("other", other),
            }
        }
        ErrorKind::ValueValidation if context(ContextKind::InvalidArg).contains("<SIZE>") => {
            Diagnostic::unplaced(&catalogue::BAD_SIZE)
                .arg("value", context(ContextKind::InvalidValue))
                .arg("option", named(&context(ContextKind::InvalidArg)))
        }
        // Somebody may have written a password into it.
        ErrorKind::ValueValidation if context(ContextKind::InvalidArg).contains("--connection") => {
            Diagnostic::unplaced(&catalogue::BAD_ARGUMENT_VALUE).arg("value", "...").arg("option", "--connection")
        }
        _ => Diagnostic::unplaced(&catalogue::BAD_ARGUMENT_VALUE)
            .arg("value", context(ContextKind::InvalidValue))
            .arg("option", named(&context(ContextKind::InvalidArg))),
    })
}

/// `<A>, <B>...` as they are written in the help: `A B`.
fn named(list: &str) -> String {
    list.split(", ").map(|name| name.trim_end_matches("...").replace(['<', '>'], "")).collect::<Vec<_>>().join(" ")
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => String::new(),
    }
}
