use crate::{Entry, Example, Severity, Text};

/// The column for record numbers is no number.
pub static ROW_COLUMN_TYPE: Entry = Entry {
    code: "SY0226",
    severity: Severity::Error,
    message: Text {
        en: "column `{column}` takes record numbers but has the type `{type}`",
        zh: "列 `{column}` 要存放行号，但类型是 `{type}`",
    },
    label: Text { en: "used for `row`", zh: "用于 `row`" },
    help: Text { en: "declare the column as `number` or `unsigned`", zh: "请把该列声明为 `number` 或 `unsigned`" },
    explanation: Text {
        en: "`row` puts the place of each record in its source into a column, so that equal rows remain \
             different facts. A place is a number.",
        zh: "`row` 把每条记录在来源中的位置放入一列，使相同的行仍是不同的事实。位置是数字。",
    },
    example: Example::Program {
        wrong: ".decl paid(n: symbol, yuan: number)\n.input paid(row=\"n\")\n.output paid\n",
        right: ".decl paid(n: number, yuan: number)\n.input paid(row=\"n\")\n.output paid\n",
    },
};
