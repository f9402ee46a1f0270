use crate::{Entry, Example, Severity, Text};

/// A cell that must hold a value is empty.
pub static EMPTY_CELL: Entry = Entry {
    code: "SY0424",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: the cell is empty, type `{type}` needs a value",
        zh: "`{file}` {at}，列 `{column}`：单元格为空，`{type}` 类型须有值",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "fill it, or say `blank=\"skip\"` in `.input`: such a row then gives no fact of `{relation}`; load \
             optional columns into narrow relations of their own",
        zh: "请填写，或在 `.input` 中写明 `blank=\"skip\"`：这样的行便不产生 `{relation}` 的事实；可缺的列宜各自\
             加载到只含该列的关系",
    },
    explanation: Text {
        en: "Only a `symbol` has an empty value. For numbers and dates an empty cell means that the value is \
             unknown, and unknown is not 0.",
        zh: "只有 `symbol` 有空值。对数字和日期而言，空单元格表示该值未知，而未知不是 0。",
    },
    example: Example::Shown {
        wrong: ".decl fine(case_no:symbol, paid:date)\n.input fine\n\n(2023)1	\n",
        right: ".input fine(blank=\"skip\")\n",
    },
};
