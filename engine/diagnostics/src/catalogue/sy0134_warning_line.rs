use crate::{Entry, Example, Severity, Text};

/// The program says `#warning`.
pub static WARNING_LINE: Entry = Entry {
    code: "SY0134",
    severity: Severity::Warning,
    message: Text { en: "the program warns: {text}", zh: "程序提醒：{text}" },
    label: Text { en: "the program says so", zh: "程序如此说明" },
    help: Text { en: "read the message; `-w` silences it", zh: "请阅读该消息；`-w` 可关闭" },
    explanation: Text { en: "With `#warning` the author of a program tells those who use it something.", zh: "程序作者可用 `#warning` 提醒使用者。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#warning these thresholds are provisional\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
