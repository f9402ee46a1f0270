use crate::{Entry, Example, Severity, Text};

/// An `#if` has no `#endif`.
pub static OPEN_CONDITIONAL: Entry = Entry {
    code: "SY0131",
    severity: Severity::Error,
    message: Text { en: "`#endif` is missing", zh: "缺少 `#endif`" },
    label: Text { en: "opened here", zh: "从此处开始" },
    help: Text { en: "close it with `#endif` in the same file", zh: "请在同一文件中用 `#endif` 结束" },
    explanation: Text { en: "Without its end, everything up to the end of the file would belong to the condition, and rules might be missing unnoticed.", zh: "没有结尾，直到文件末尾的内容都会归入该条件，规则可能不知不觉地缺失。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#if 1\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\n#if 1\nlease(\"L-1\").\n#endif\n",
    },
};
