use crate::{Entry, Example, Severity, Text};

/// An included file cannot be read.
pub static UNREADABLE_INCLUDE: Entry = Entry {
    code: "SY0243",
    severity: Severity::Error,
    message: Text { en: "the file `{path}` cannot be read: {reason}", zh: "无法读取文件 `{path}`：{reason}" },
    label: Text { en: "included here", zh: "在此包含" },
    help: Text {
        en: "check the file's rights and that it is UTF-8 text",
        zh: "请检查文件权限，并确认它是 UTF-8 文本",
    },
    explanation: Text {
        en: "The file exists but its text is not to be had. Running without it would be running other rules.",
        zh: "文件存在，但读不到文本。没有它而照常运行，就等于运行另一套规则。",
    },
    example: Example::Shown {
        wrong: ".include \"norms/scan.pdf\"",
        right: ".include \"norms/lease.dl\"",
    },
};
