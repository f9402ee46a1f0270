use crate::{Entry, Example, Severity, Text};

/// A cell does not have the form of its type.
pub static BAD_CELL: Entry = Entry {
    code: "SY0420",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: `{text}` is not of type `{type}`",
        zh: "`{file}` {at}，列 `{column}`：`{text}` 不是 `{type}` 类型的值",
    },
    label: Text { en: "", zh: "" },
    help: Text { en: "write {form}", zh: "请写作：{form}" },
    explanation: Text {
        en: "A row that cannot be read is never dropped in silence: either the cell is corrected, or the column \
             is declared as what it is, or `--rejects FILE` collects such rows where they can be counted.",
        zh: "不能读取的行绝不会悄悄丢弃：应改正该单元格，或按实际情况声明该列的类型，或用 `--rejects FILE` 把这样\
             的行收集起来，以便清点。",
    },
    example: Example::Shown {
        wrong: ".decl fine(case_no:symbol, amount:decimal)\n\n(2023)1	3oo.00\n",
        right: "(2023)1	300.00\n",
    },
};
