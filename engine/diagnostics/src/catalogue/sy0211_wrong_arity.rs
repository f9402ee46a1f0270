use crate::{Entry, Example, Severity, Text};

/// An atom has more or fewer arguments than its relation has columns.
pub static WRONG_ARITY: Entry = Entry {
    code: "SY0211",
    severity: Severity::Error,
    message: Text {
        en: "wrong number of arguments for `{name}`: {found} instead of {expected}",
        zh: "`{name}` 的参数个数有误：应为 {expected} 个，给出 {found} 个",
    },
    label: Text { en: "arguments given: {found}", zh: "给出的参数：{found} 个" },
    help: Text {
        en: "give one argument for each column, `_` where the value does not matter, or name the columns: \
             `{name}(column: x)`",
        zh: "请为每列各写一个参数，取值无关的列写 `_`，或按列名书写：`{name}(列名: x)`",
    },
    explanation: Text {
        en: "Arguments stand for columns in order. With one too few or too many, every later value would be \
             taken for another column's.",
        zh: "参数按顺序对应各列。多一个或少一个，其后的值就会被当成别的列。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, _).\n",
    },
};
