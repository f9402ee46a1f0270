use crate::{Entry, Example, Severity, Text};

/// A value lies outside the range of its type.
pub static OUT_OF_RANGE: Entry = Entry {
    code: "SY0423",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: `{text}` is out of the range of type `{type}`",
        zh: "`{file}` {at}，列 `{column}`：`{text}` 超出 `{type}` 类型的范围",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "correct it: the type holds values from {least} to {most}",
        zh: "请改正：该类型的值在 {least} 与 {most} 之间",
    },
    explanation: Text {
        en: "No value wraps around or is cut to the nearest one that fits. Long numbers are often identifiers, \
             which belong into a `symbol`.",
        zh: "数值既不会回绕，也不会截取为最接近的可容纳值。很长的数字往往是编号，应使用 `symbol`。",
    },
    example: Example::Shown {
        wrong: ".decl person(id:number)\n\n91510100202301011234567\n",
        right: ".decl person(id:symbol)\n\n91510100202301011234567\n",
    },
};
