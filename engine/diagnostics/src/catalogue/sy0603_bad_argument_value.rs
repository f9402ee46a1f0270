use crate::{Entry, Example, Severity, Text};

/// An option has a value it cannot have.
pub static BAD_ARGUMENT_VALUE: Entry = Entry {
    code: "SY0603",
    severity: Severity::Error,
    message: Text { en: "`{value}` is no value for `{option}`", zh: "`{value}` 不能用作 `{option}` 的值" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "see `syllogist --help` for the values that are possible", zh: "可用的值请看 `syllogist --help`"
    },
    explanation: Text {
        en: "Numbers are written in decimal digits; `--lang` is `zh` or `en`, `--format` is `text` or `json`, `-j` is a number from 1 to 1024 or `auto`.",
        zh: "数字用十进制书写；`--lang` 可为 `zh` 或 `en`，`--format` 可为 `text` 或 `json`，`-j` 可为 1 至 1024 的数或 `auto`。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl --lang fr\n",
        right: "syllogist run model.dl --lang zh\n",
    },
};
