use crate::{Entry, Example, Severity, Text};

/// A file of a sealed run cannot be read.
pub static SEALED_UNREADABLE: Entry = Entry {
    code: "SY0714",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run cannot be read: {reason}", zh: "无法读取封存运行的 `{file}`：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "check the path and the rights to read it", zh: "请检查路径和读取权限" },
    explanation: Text { en: "What cannot be read is not verified.", zh: "读不到的内容无从核验。" },
    example: Example::Shown { wrong: "$ syllogist verify locked/run\n", right: "syllogist verify run\n" },
};
