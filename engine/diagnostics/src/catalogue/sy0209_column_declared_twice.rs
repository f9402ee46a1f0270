use crate::{Entry, Example, Severity, Text};

/// Two columns of a relation have one name.
pub static COLUMN_DECLARED_TWICE: Entry = Entry {
    code: "SY0209",
    severity: Severity::Error,
    message: Text { en: "column `{name}` is declared twice", zh: "列 `{name}` 声明了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "rename one of the columns", zh: "请给其中一列改名" },
    explanation: Text {
        en: "Columns are named in headers, in `lease(id: x)` and in explanations. Two of one name could not \
             be told apart.",
        zh: "表头、`lease(id: x)` 和解释文字都用列名指称各列。同名的两列无法区分。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, id: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
