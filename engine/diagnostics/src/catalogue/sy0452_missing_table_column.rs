use crate::{Entry, Example, Severity, Text};

/// A table has no such column.
pub static MISSING_TABLE_COLUMN: Entry = Entry {
    code: "SY0452",
    severity: Severity::Error,
    message: Text {
        en: "table `{table}` of `{file}` has no column {wanted} for column `{column}`",
        zh: "`{file}` 的表 `{table}` 没有列 `{column}` 所需的列 {wanted}",
    },
    label: Text {
        en: "relation `{relation}` reads it here",
        zh: "关系 `{relation}` 在此读取",
    },
    help: Text {
        en: "name the columns with `columns=\"a:b\"`; the table has {columns}",
        zh: "请用 `columns=\"a:b\"` 写明各列；该表有：{columns}",
    },
    explanation: Text {
        en: "Columns are taken in the order of the table, or by the names or numbers (from 0) that `columns` gives.",
        zh: "各列按表中的顺序读取，或按 `columns` 给出的列名或序号（从 0 起）读取。",
    },
    example: Example::Shown {
        wrong: ".decl lease(id: symbol, rent: decimal)\n.input lease(IO=sqlite, columns=\"id:rnet\")\n",
        right: ".input lease(IO=sqlite, columns=\"id:rent\")\n",
    },
};
