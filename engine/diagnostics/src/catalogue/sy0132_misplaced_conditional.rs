use crate::{Entry, Example, Severity, Text};

/// `#else`, `#elif` or `#endif` belongs to no `#if`.
pub static MISPLACED_CONDITIONAL: Entry = Entry {
    code: "SY0132",
    severity: Severity::Error,
    message: Text { en: "`#{word}` belongs to no `#if`", zh: "`#{word}` 没有对应的 `#if`" },
    label: Text { en: "here", zh: "此处" },
    help: Text { en: "remove it, or write the `#if` before it; nothing but `#endif` may follow `#else`", zh: "请删去，或在之前写出 `#if`；`#else` 之后只能是 `#endif`" },
    explanation: Text { en: "Each branch belongs to the `#if` before it in the same file.", zh: "每个分支都属于同一文件中在它之前的 `#if`。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n#endif\n",
        right: ".decl lease(id: symbol)\n.output lease\n#if 1\nlease(\"L-1\").\n#endif\n",
    },
};
