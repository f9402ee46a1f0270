use crate::{Entry, Example, Severity, Text};

/// The condition of `#if` cannot be computed.
pub static BAD_CONDITION: Entry = Entry {
    code: "SY0130",
    severity: Severity::Error,
    message: Text { en: "the condition cannot be computed: {problem}", zh: "条件无法计算：{problem}" },
    label: Text { en: "this condition", zh: "该条件" },
    help: Text { en: "write a condition of whole numbers, `defined(NAME)` and the operators of C", zh: "请用整数、`defined(NAME)` 和 C 的运算符书写条件" },
    explanation: Text { en: "`#if` decides which rules are read. It knows whole numbers alone; names that are no macros count as 0, as in C.", zh: "`#if` 决定读入哪些规则。它只认识整数；不是宏的名称按 C 的规则视为 0。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#if 2 >\nlease(\"L-1\").\n#endif\n",
        right: ".decl lease(id: symbol)\n.output lease\n#if 2 > 1\nlease(\"L-1\").\n#endif\n",
    },
};
