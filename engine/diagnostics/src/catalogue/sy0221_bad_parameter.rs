use crate::{Entry, Example, Severity, Text};

/// A parameter of a directive has a value that it cannot have.
pub static BAD_PARAMETER: Entry = Entry {
    code: "SY0221",
    severity: Severity::Error,
    message: Text { en: "`{value}` is no value for the parameter `{key}`", zh: "参数 `{key}` 不能取值 `{value}`" },
    label: Text { en: "not understood", zh: "无法理解" },
    help: Text { en: "write one of: {allowed}", zh: "请写下列之一：{allowed}" },
    explanation: Text {
        en: "How records are read decides what the facts are, so a value that is not understood is refused \
             and not replaced by a default.",
        zh: "记录的读取方式决定事实是什么，因此无法理解的值会被拒绝，而不是换成默认值。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease(headers=\"yes\")\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease(headers=true)\nlease(\"L-1\").\n",
    },
};
