use crate::{Entry, Example, Severity, Text};

/// A line of a dialogue is no command.
pub static UNKNOWN_DIALOGUE_COMMAND: Entry = Entry {
    code: "SY0643",
    severity: Severity::Error,
    message: Text { en: "`{word}` cannot be read as a command{near}", zh: "无法识别命令 `{word}`{near}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "`:help` lists the commands; a line without a colon in front is a question", zh: "`:help` 列出各条命令；行首没有冒号的是提问" },
    explanation: Text {
        en: "Lines that begin with a colon are commands of the dialogue, all others are questions: facts, or ids of clues.",
        zh: "以冒号开头的行是对话命令，其余各行都是提问：事实或线索号。",
    },
    example: Example::Shown { wrong: ":wyh lease(_)\n", right: ":why-not lease(_)\n" },
};
