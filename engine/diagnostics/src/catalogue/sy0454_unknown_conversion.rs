use crate::{Entry, Example, Severity, Text};

/// A mapping names a conversion that does not exist.
pub static UNKNOWN_CONVERSION: Entry = Entry {
    code: "SY0454",
    severity: Severity::Error,
    message: Text { en: "there is no conversion `{name}`", zh: "没有名为 `{name}` 的转换" },
    label: Text { en: "", zh: "" },
    help: Text { en: "use one of these, or a form of a day such as `d/m/yyyy`: {known}", zh: "可用的转换有（或 `d/m/yyyy` 这样的日期格式）：{known}" },
    explanation: Text { en: "Conversions stand in the mapping, and derivations name them beside the record, so that everybody sees what was done to a cell before it became a value.", zh: "转换写在映射中，推导会在记录旁列出，使人看到单元格变为值之前经过了什么处理。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"price = 成交价 as wan\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"price = 成交价 as 万元\")\n" },
};
