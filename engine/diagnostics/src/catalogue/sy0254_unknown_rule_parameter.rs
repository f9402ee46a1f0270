use crate::{Entry, Example, Severity, Text};

/// A value is given for a parameter that the program does not have.
pub static UNKNOWN_RULE_PARAMETER: Entry = Entry {
    code: "SY0254",
    severity: Severity::Error,
    message: Text {
        en: "the program has no parameter `{name}`",
        zh: "程序没有参数 `{name}`",
    },
    label: Text {
        en: "unknown parameter",
        zh: "未知的参数",
    },
    help: Text {
        en: "write the name of a parameter that a `.param` declares: {near}",
        zh: "请写 `.param` 声明的参数名：{near}",
    },
    explanation: Text {
        en: "A value for a misspelt parameter would change nothing, while its author believes that the run used it.",
        zh: "参数名写错，取值便不起作用，而给出它的人却以为已经采用。",
    },
    example: Example::Shown {
        wrong: "syllogist run rules.dl --param low_raito=0.7\n",
        right: "syllogist run rules.dl --param low_ratio=0.7\n",
    },
};
