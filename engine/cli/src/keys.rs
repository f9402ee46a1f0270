//! Keys of those who sign runs, as the command line takes and shows them.

use std::path::Path;

use diagnostics::{Diagnostic, Lang, Text, catalogue};
use ledger::{Holder, NoKey};
use values::Date;

use crate::exit::Failure;
use crate::text_file::read_text;
use crate::verify::reason;

/// Reads the file of a key.
pub fn read_key<K>(file: &Path, read: impl Fn(&str) -> Result<K, NoKey>, lang: Lang) -> Result<K, Failure> {
    let no_key = |reason: String| {
        Failure::usage(Diagnostic::unplaced(&catalogue::NO_KEY).arg("file", file.display()).arg("reason", reason))
    };
    let text = read_text(file).map_err(|error| no_key(error.reason(lang)))?;
    read(&text).map_err(|none| no_key(why_none(&none, lang)))
}

/// A day of the command line.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|_| text.to_owned())
}

/// When a key holds.
pub fn validity(Holder { from, until, .. }: &Holder, lang: Lang) -> String {
    let text = match (from, until) {
        (Some(_), Some(_)) => Text { en: "from {from} to {until}", zh: "自 {from} 至 {until}" },
        (Some(_), None) => Text { en: "from {from} on", zh: "自 {from} 起" },
        (None, Some(_)) => Text { en: "until {until}", zh: "至 {until} 止" },
        (None, None) => Text { en: "on every day", zh: "不限" },
    };
    let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    prose::fill(text, lang, &[("from", &day(from)), ("until", &day(until))])
}

/// The key does not hold on that day.
pub fn not_valid(holder: &Holder, on: Date, lang: Lang) -> Diagnostic {
    let expired = Diagnostic::unplaced(&catalogue::KEY_NOT_VALID);
    expired.arg("name", &holder.name).arg("on", on).arg("valid", validity(holder, lang))
}

fn why_none(none: &NoKey, lang: Lang) -> String {
    let (text, what) = match none {
        NoKey::Malformed(malformed) => return reason(None, malformed, lang),
        NoKey::Schema(schema) => (Text { en: "its schema is `{what}`", zh: "其格式为 `{what}`" }, schema.as_str()),
        NoKey::Algorithm(algorithm) => (
            Text { en: "its algorithm is `{what}`, not `ed25519`", zh: "其算法为 `{what}`，而非 `ed25519`" },
            &algorithm[..],
        ),
        NoKey::Field(field) => (Text { en: "its field `{what}` says nothing", zh: "字段 `{what}` 无效" }, *field),
    };
    prose::fill(text, lang, &[("what", what)])
}
