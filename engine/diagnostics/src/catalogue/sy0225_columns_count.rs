use crate::{Entry, Example, Severity, Text};

/// `columns` or `attributeNames` has another number of entries than the relation has columns.
pub static COLUMNS_COUNT: Entry = Entry {
    code: "SY0225",
    severity: Severity::Error,
    message: Text {
        en: "wrong number of entries for `{name}`: {found} instead of {expected}",
        zh: "`{name}` 的项数有误：应为 {expected} 项，给出 {found} 项",
    },
    label: Text { en: "entries given: {found}", zh: "给出的项：{found} 项" },
    help: Text {
        en: "give one entry for each column; the column of `row` gets none",
        zh: "请为每列各写一项；`row` 指定的列不写",
    },
    explanation: Text {
        en: "Entries and columns go together in order. With another number of entries it is unclear which \
             column each belongs to.",
        zh: "各项按顺序对应各列。项数不符时，就不清楚哪一项属于哪一列。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.input lease(columns=\"0\")\n.output lease\n",
        right: ".decl lease(id: symbol, rent: number)\n.input lease(columns=\"0:3\")\n.output lease\n",
    },
};
