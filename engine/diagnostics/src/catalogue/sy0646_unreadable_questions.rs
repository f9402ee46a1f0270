use crate::{Entry, Example, Severity, Text};

/// The file with the questions cannot be read.
pub static UNREADABLE_QUESTIONS: Entry = Entry {
    code: "SY0646",
    severity: Severity::Error,
    message: Text { en: "the questions in `{file}` cannot be read: {reason}", zh: "无法读取 `{file}` 中的问题：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name a UTF-8 text with one fact or clue id a line, or `-` for standard input",
        zh: "请指定每行一个事实或线索号的 UTF-8 文本，或用 `-` 表示标准输入",
    },
    explanation: Text {
        en: "`--questions` asks about many facts at once. They are answered as one graph, in which what several of them rest on is told once.",
        zh: "`--questions` 一次询问多个事实，回答合为一张图，共同的依据只说一次。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl --questions no_such_file.txt\n",
        right: "syllogist why model.dl --questions asked.txt --format jsonl\n",
    },
};
