use crate::{Entry, Example, Severity, Text};

/// A text given for a parameter is no value of its type.
pub static BAD_RULE_PARAMETER: Entry = Entry {
    code: "SY0255",
    severity: Severity::Error,
    message: Text {
        en: "`{value}` is no value for the parameter `{name}`, which is of type `{type}`",
        zh: "`{value}` 不能作为参数 `{name}` 的取值，其类型为 `{type}`",
    },
    label: Text {
        en: "not a value of this type",
        zh: "不是该类型的值",
    },
    help: Text {
        en: "write a value such as `{example}`",
        zh: "请写形如 `{example}` 的值",
    },
    explanation: Text {
        en: "The value replaces a threshold or date of the program for all cases of the run, so it must be exactly what the rules expect.",
        zh: "该值会在整次运行中取代程序里的标准或日期，因此必须正是规则所要求的类型。",
    },
    example: Example::Shown {
        wrong: "syllogist run rules.dl --param low_ratio=seventy\n",
        right: "syllogist run rules.dl --param low_ratio=0.7\n",
    },
};
