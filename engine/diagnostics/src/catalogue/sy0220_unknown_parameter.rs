use crate::{Entry, Example, Severity, Text};

/// A directive has a parameter that means nothing.
pub static UNKNOWN_PARAMETER: Entry = Entry {
    code: "SY0220",
    severity: Severity::Warning,
    message: Text { en: "parameter `{key}` is not known and has no effect", zh: "参数 `{key}` 未知，不起作用" },
    label: Text { en: "ignored", zh: "被忽略" },
    help: Text { en: "correct or remove it; known: {known}", zh: "请改正或删去；已知的有：{known}" },
    explanation: Text {
        en: "A misspelt parameter leaves its default in force: a file may then be read with another \
             delimiter than its author meant.",
        zh: "参数写错时，默认值仍然有效：文件可能因此按另一种分隔符读取，而作者并不知情。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease(delimeter=\",\")\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease(delimiter=\",\")\nlease(\"L-1\").\n",
    },
};
