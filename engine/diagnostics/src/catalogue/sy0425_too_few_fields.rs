use crate::{Entry, Example, Severity, Text};

/// A row has fewer fields than a column needs.
pub static TOO_FEW_FIELDS: Entry = Entry {
    code: "SY0425",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at} has too few fields for column `{column}`: {found} instead of {needed}",
        zh: "`{file}` {at}字段不足：列 `{column}` 需要 {needed} 个，只有 {found} 个",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "complete the row, or check `delimiter` and `columns`",
        zh: "请补全该行，或检查 `delimiter` 与 `columns`",
    },
    explanation: Text {
        en: "A short row is most often a file that was cut off, a line break inside a cell, or a delimiter that \
             the file does not use.",
        zh: "字段不足的行，多半是文件被截断、单元格内有换行，或文件并未使用所写的分隔符。",
    },
    example: Example::Shown {
        wrong: ".decl lease(id:symbol, from:date, to:date)\n\nL-1	2020-01-01\n",
        right: "L-1	2020-01-01	2025-12-31\n",
    },
};
