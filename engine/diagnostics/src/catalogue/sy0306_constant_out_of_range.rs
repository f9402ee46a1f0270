use crate::{Entry, Example, Severity, Text};

/// A number is beyond what its type can hold.
pub static CONSTANT_OUT_OF_RANGE: Entry = Entry {
    code: "SY0306",
    severity: Severity::Error,
    message: Text { en: "`{text}` is beyond the type `{type}`", zh: "`{text}` 超出类型 `{type}` 的范围" },
    label: Text { en: "from {least} to {greatest}", zh: "范围为 {least} 至 {greatest}" },
    help: Text { en: "write a smaller number or choose another type", zh: "请写较小的数，或换一种类型" },
    explanation: Text {
        en: "Numbers are never cut to fit: a cut number is a wrong number.",
        zh: "数值绝不截断：截断的数就是错误的数。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 9223372036854775808).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
