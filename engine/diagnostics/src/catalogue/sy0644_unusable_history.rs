use crate::{Entry, Example, Severity, Text};

/// The history of a dialogue cannot be read or written.
pub static UNUSABLE_HISTORY: Entry = Entry {
    code: "SY0644",
    severity: Severity::Warning,
    message: Text { en: "the history `{file}` cannot be used: {reason}", zh: "无法使用历史记录 `{file}`：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "name a file that can be written, or leave `--history` out", zh: "请指定可写的文件，或去掉 `--history`" },
    explanation: Text {
        en: "The dialogue goes on; its lines are only kept until it ends.",
        zh: "对话照常进行，只是所输入的各行在对话结束后不再保留。",
    },
    example: Example::Shown { wrong: "syllogist repl model.dl --history /no/such/folder/h\n", right: "syllogist repl model.dl --history history.txt\n" },
};
