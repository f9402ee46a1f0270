use crate::{Entry, Example, Severity, Text};

/// A rule reads a parameter that nobody gives a value.
pub static UNSET_PARAMETER: Entry = Entry {
    code: "SY0613",
    severity: Severity::Error,
    message: Text { en: "the parameter `{name}` has no value", zh: "参数 `{name}` 没有值" },
    label: Text { en: "a rule reads it", zh: "有规则读取该参数" },
    help: Text {
        en: "give it one: `--param {name}=VALUE`, `[parameters]` in `syllogist.toml`, or in its `.param`",
        zh: "请给出其值：`--param {name}=值`，或写在 `syllogist.toml` 的 `[parameters]` 中，或写在其 `.param` 中",
    },
    explanation: Text {
        en: "A parameter without values is a decision that the rules leave to whoever runs them: a threshold that the law does not fix, the day as of which is judged. No value is assumed for it, since nobody could answer for a clue that rests on a guess.",
        zh: "没有值的参数是规则留给运行者的决定，例如法律未规定的标准，或以哪一日为准。系统不会代为假定：建立在猜测之上的线索，没有人能为其负责。",
    },
    example: Example::Shown {
        wrong: ".param low_ratio : decimal\n$ syllogist run auction.dl\n",
        right: ".param low_ratio : decimal\n$ syllogist run auction.dl --param low_ratio=0.7\n",
    },
};
