use crate::{Entry, Example, Severity, Text};

/// A row has another number of fields than the header.
pub static WRONG_FIELD_COUNT: Entry = Entry {
    code: "SY0426",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at} has another number of fields than the header: {found} instead of {expected}",
        zh: "`{file}` {at}的字段数与表头不符：表头 {expected} 个，该行 {found} 个",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "complete the row, or put quotes around a cell that holds the delimiter (they count only under `rfc4180=true`)",
        zh: "请补全该行；含有分隔符的单元格请加引号（引号只在 `rfc4180=true` 时有效）",
    },
    explanation: Text {
        en: "One delimiter too many moves every cell behind it into the wrong column, where it may well look right.",
        zh: "多出一个分隔符，其后的单元格就全部错位，而错位后的值看上去仍可能合理。",
    },
    example: Example::Shown {
        wrong: "id,name,amount\n1,Zhang, Li and Partners,300\n",
        right: "id,name,amount\n1,\"Zhang, Li and Partners\",300\n",
    },
};
