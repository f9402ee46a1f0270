use crate::{Entry, Example, Severity, Text};

/// Bytes that the declared encoding does not have.
pub static NOT_IN_ENCODING: Entry = Entry {
    code: "SY0433",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}: bytes that are not {encoding}", zh: "`{file}` {at}：含有不属于 {encoding} 的字节" },
    label: Text { en: "", zh: "" },
    help: Text { en: "correct the row, or the `encoding` of the directive if all rows are alike", zh: "请改正该行；若各行都如此，请改正指令中的 `encoding`" },
    explanation: Text { en: "Files put together from several systems often mix encodings. A name read in the wrong one is another name; so the row is rejected.", zh: "由多个系统拼成的文件常混有不同编码。用错编码读出的姓名就是另一个姓名，因此该行被拒收。" },
    example: Example::Shown { wrong: ".input deal(.., encoding=\"gb18030\")   // a row in UTF-8 in between\n", right: ".input deal(.., encoding=\"gb18030\")   // all rows in GB 18030\n" },
};
