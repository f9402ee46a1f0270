use crate::{Entry, Example, Severity, Text};

/// A named argument is given twice.
pub static COLUMN_GIVEN_TWICE: Entry = Entry {
    code: "SY0213",
    severity: Severity::Error,
    message: Text { en: "column `{column}` of `{name}` is given twice", zh: "`{name}` 的列 `{column}` 给出了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text {
        en: "remove one, or add a comparison `x = y` to the body",
        zh: "请删去一个，或在规则体中写出比较 `x = y`",
    },
    explanation: Text {
        en: "Each column has one value in an atom. Two values would mean a hidden comparison that is easily \
             overlooked.",
        zh: "原子中每列只有一个值。写两个值等于暗含一个容易被忽略的比较。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(id: x, rent: 900, rent: _).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(id: x, rent: 900).\n",
    },
};
