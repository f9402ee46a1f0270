use crate::{Entry, Example, Severity, Text};

/// A file that `inspect` cannot look into.
pub static UNREADABLE_SAMPLE: Entry = Entry {
    code: "SY0480",
    severity: Severity::Error,
    message: Text { en: "`{file}` cannot be looked into: {reason}", zh: "无法查看 `{file}`：{reason}" },
    label: Text { en: "looked into here", zh: "在此查看" },
    help: Text { en: "correct the path, or ask whoever keeps the file for the right to read it", zh: "请改正路径，或向文件保管人申请读取权限" },
    explanation: Text {
        en: "`syllogist inspect` opens the file for reading and takes samples of it; nothing is written. Here the file could not be opened or read at all.",
        zh: "`syllogist inspect` 只以读取方式打开文件并抽取样本，不写入任何内容。此处文件根本无法打开或读取。",
    },
    example: Example::Shown { wrong: "syllogist inspect deals.cvs\n", right: "syllogist inspect deals.csv\n" },
};
