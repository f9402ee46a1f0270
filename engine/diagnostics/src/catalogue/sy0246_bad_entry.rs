use crate::{Entry, Example, Severity, Text};

/// An entry of a block has a value that it cannot have.
pub static BAD_ENTRY: Entry = Entry {
    code: "SY0246",
    severity: Severity::Error,
    message: Text {
        en: "`{key}` of a `{directive}` cannot be `{value}`",
        zh: "`{directive}` 的 `{key}` 不能是 `{value}`",
    },
    label: Text {
        en: "not understood",
        zh: "无法理解",
    },
    help: Text {
        en: "write something of this form: {allowed}",
        zh: "请按如下形式填写：{allowed}",
    },
    explanation: Text {
        en: "How a statute counts and when it is in force decides about cases, so a value that is not understood is refused and not replaced by a default.",
        zh: "法律如何计算、何时施行会左右案件的结论，因此无法理解的值会被拒绝，而不会换成默认值。",
    },
    example: Example::Program {
        wrong: ".policy days { roll: forwards }\n",
        right: ".policy days { roll: forward }\n",
    },
};
