use crate::{Entry, Example, Severity, Text};

/// A word behind a dot at the start of a line that is no directive.
pub static UNKNOWN_DIRECTIVE: Entry = Entry {
    code: "SY0111",
    severity: Severity::Error,
    message: Text { en: "`{word}` is not a directive", zh: "`{word}` 不是指令" },
    label: Text { en: "unknown", zh: "未知" },
    help: Text { en: "use one of {known}", zh: "请使用下列之一：{known}" },
    explanation: Text {
        en: "A dot and a word at the start of a line announce a directive. An unknown one is not skipped: it may \
             be a misspelt declaration on which rules depend.",
        zh: "行首的点加单词表示指令。未知的指令不会被跳过：它可能是拼错的声明，而规则正依赖它。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n.outptu lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
