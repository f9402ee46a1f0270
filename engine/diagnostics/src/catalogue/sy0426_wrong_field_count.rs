use crate::{Entry, Example, Severity, Text};

/// A row has another number of fields than the header.
pub static WRONG_FIELD_COUNT: Entry = Entry {
    code: "SY0426",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` row {row} has {found} field(s), the header has {expected}",
        zh: "`{file}` 第 {row} 行有 {found} 个字段，表头有 {expected} 个",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "quote cells that hold the delimiter and read the file with `rfc4180=true`, or complete the row",
        zh: "请给含有分隔符的单元格加引号并以 `rfc4180=true` 读取，或补全该行",
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
