use crate::{Entry, Example, Severity, Text};

/// `_` stands where a value is needed.
pub static MISPLACED_WILDCARD: Entry = Entry {
    code: "SY0313",
    severity: Severity::Error,
    message: Text { en: "`_` cannot stand here", zh: "此处不能写 `_`" },
    label: Text { en: "no value", zh: "没有取值" },
    help: Text {
        en: "write a variable or a value; `_` stands only as an argument of an atom in a body",
        zh: "请写变量或值；`_` 只能作为规则体中原子的参数",
    },
    explanation: Text {
        en: "`_` means: whatever it is. A conclusion, a comparison or a call needs a definite value.",
        zh: "`_` 表示任意值。结论、比较和函数调用都需要确定的值。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(_) :- lease(_, 900).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, 900).\n",
    },
};
