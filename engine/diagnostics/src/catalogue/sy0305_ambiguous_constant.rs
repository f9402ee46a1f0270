use crate::{Entry, Example, Severity, Text};

/// Nothing says which type a number has.
pub static AMBIGUOUS_CONSTANT: Entry = Entry {
    code: "SY0305",
    severity: Severity::Error,
    message: Text { en: "it is open which type `{text}` has: {types}", zh: "`{text}` 的类型无法确定：{types}" },
    label: Text { en: "could be several", zh: "有多种可能" },
    help: Text {
        en: "write `12u` (unsigned), `12.0` (float), `12m` (decimal) or `as(12, number)`",
        zh: "请写成 `12u`（无符号）、`12.0`（浮点）、`12m`（十进制）或 `as(12, number)`",
    },
    explanation: Text {
        en: "A whole number takes its type from the column or value it meets. Here it meets none with a type \
             of its own, and the types differ in what they can hold.",
        zh: "整数的类型取自它所遇到的列或值。此处没有可依据的类型，而各类型的取值范围不同。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(x) :- x = to_string(1).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(x) :- x = to_string(1u).\n",
    },
};
