use crate::{Entry, Example, Severity, Text};

/// A row is not valid UTF-8.
pub static INVALID_UTF8: Entry = Entry {
    code: "SY0427",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at} is not UTF-8 at byte {byte} of the row",
        zh: "`{file}` {at}的第 {byte} 个字节起不是 UTF-8",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "save the file as UTF-8; tables saved by a Chinese Excel are often GBK or GB18030",
        zh: "请将文件存为 UTF-8；中文版 Excel 保存的表格常为 GBK 或 GB18030 编码",
    },
    explanation: Text {
        en: "The bytes have no meaning as text. Replaced by a mark they would make different names equal, so the \
             row is not read.",
        zh: "这些字节不构成文字。若以替代符号代之，不同的名称可能变得相同，因此不读取该行。",
    },
    example: Example::Shown { wrong: "a table saved as GBK\n", right: "the same table saved as UTF-8\n" },
};
