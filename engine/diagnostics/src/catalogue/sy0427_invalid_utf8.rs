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
        en: "write `encoding=\"gb18030\"` if the file is GBK or GB 18030, as tables saved by a Chinese Excel often are, or save it as UTF-8",
        zh: "若文件是 GBK 或 GB 18030 编码（中文版 Excel 保存的表格常如此），请写 `encoding=\"gb18030\"`，或另存为 UTF-8",
    },
    explanation: Text {
        en: "The bytes have no meaning as text. Replaced by a mark they would make different names equal, so the \
             row is not read.",
        zh: "这些字节不构成文字。若以替代符号代之，不同的名称可能变得相同，因此不读取该行。",
    },
    example: Example::Shown { wrong: "a table saved as GBK\n", right: "the same table saved as UTF-8\n" },
};
