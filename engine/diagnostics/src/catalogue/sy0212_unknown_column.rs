use crate::{Entry, Example, Severity, Text};

/// A name means no column of the relation.
pub static UNKNOWN_COLUMN: Entry = Entry {
    code: "SY0212",
    severity: Severity::Error,
    message: Text { en: "relation `{name}` has no column `{column}`", zh: "关系 `{name}` 没有列 `{column}`" },
    label: Text { en: "no such column", zh: "没有这一列" },
    help: Text { en: "write one of the declared columns: {near}", zh: "请写已声明的列：{near}" },
    explanation: Text {
        en: "A named argument is found by its column's name, so the name has to be the declared one, letter \
             by letter.",
        zh: "具名参数按列名查找，因此必须与声明的列名逐字相同。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(id: x, rnt: r), r < 1000.\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(id: x, rent: r), r < 1000.\n",
    },
};
