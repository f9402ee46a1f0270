use crate::{Entry, Example, Severity, Text};

/// A mapping names a column twice.
pub static MAPPED_TWICE: Entry = Entry {
    code: "SY0279",
    severity: Severity::Error,
    message: Text { en: "`map` says twice what gives column `{column}`", zh: "`map` 对列 `{column}` 说明了两次" },
    label: Text { en: "", zh: "" },
    help: Text { en: "keep the entry that is meant", zh: "请只保留一条" },
    explanation: Text { en: "A column has one value in a record. Which of two fields gives it is nothing to be guessed.", zh: "一条记录的一列只有一个值，由哪个字段给出不能靠猜。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no = 案号; no = 编号\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no = 案号\")\n" },
};
