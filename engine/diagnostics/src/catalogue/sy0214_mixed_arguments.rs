use crate::{Entry, Example, Severity, Text};

/// An atom mixes named arguments and arguments by place.
pub static MIXED_ARGUMENTS: Entry = Entry {
    code: "SY0214",
    severity: Severity::Error,
    message: Text {
        en: "this argument of `{name}` has no name, but others have",
        zh: "`{name}` 的这个参数没有列名，而其他参数有",
    },
    label: Text { en: "by place", zh: "按位置" },
    help: Text { en: "name all arguments of the atom or none", zh: "请给该原子的全部参数写上列名，或者都不写" },
    explanation: Text {
        en: "If some arguments count by place and others by name, adding a column to the declaration can \
             silently change what the rule means.",
        zh: "若部分参数按位置、部分按列名，则声明中增加一列就可能悄悄改变规则的含义。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, rent: 900).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(id: x, rent: 900).\n",
    },
};
