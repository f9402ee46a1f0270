use crate::{Entry, Example, Severity, Text};

/// `explain` is asked about a code that does not exist.
pub static UNKNOWN_CODE: Entry = Entry {
    code: "SY0630",
    severity: Severity::Error,
    message: Text { en: "there is no code `{code}`", zh: "没有代码 `{code}`" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "codes are `SY` and four digits, as messages show them{near}",
        zh: "代码为 `SY` 加四位数字，见各条消息{near}",
    },
    explanation: Text {
        en: "Every message begins with its code; `explain` tells what it means and shows an example.",
        zh: "每条消息都以代码开头；`explain` 说明其含义并举例。",
    },
    example: Example::Shown { wrong: "syllogist explain SY9999\n", right: "syllogist explain SY0201\n" },
};
