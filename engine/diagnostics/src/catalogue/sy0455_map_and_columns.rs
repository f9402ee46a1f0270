use crate::{Entry, Example, Severity, Text};

/// A directive maps fields in two ways.
pub static MAP_AND_COLUMNS: Entry = Entry {
    code: "SY0455",
    severity: Severity::Error,
    message: Text { en: "`map` and `columns` both say what gives the columns", zh: "`map` 与 `columns` 都说明了由什么给出各列" },
    label: Text { en: "", zh: "" },
    help: Text { en: "keep `map`, which goes by names", zh: "请保留按名称对应的 `map`" },
    explanation: Text { en: "`columns` names a field for each column in order; `map` names only those columns whose field has another name or needs a conversion. Together they could contradict each other.", zh: "`columns` 按顺序为每列指定字段；`map` 只列出名称不同或需要转换的列。两者并用可能互相矛盾。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no = 案号\", columns=\"0:1\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no = 案号\")\n" },
};
