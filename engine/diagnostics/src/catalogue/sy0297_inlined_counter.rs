use crate::{Entry, Example, Severity, Text};

/// A rule of a relation marked `inline` counts.
pub static INLINED_COUNTER: Entry = Entry {
    code: "SY0297",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` is marked `inline`, and its rule counts",
        zh: "`{name}` 标为 `inline`，其规则却在计数",
    },
    label: Text { en: "counts here", zh: "在此计数" },
    help: Text { en: "drop `inline`", zh: "请去掉 `inline`" },
    explanation: Text {
        en: "A counter gives each tuple a number once. Put in place of several atoms the rule would count again for each of them, and the numbers would disagree.",
        zh: "计数器给每个元组编号一次。规则若代入多个原子，就会各自重新计数，编号便不一致。",
    },
    example: Example::Program {
        wrong: ".decl p(x: number)\n.output p\np(1).\n.decl numbered(n: number, x: number) inline\nnumbered(autoinc(), x) :- p(x).\n.decl first(x: number)\n.output first\nfirst(x) :- numbered(0, x).\n",
        right: ".decl p(x: number)\n.output p\np(1).\n.decl numbered(n: number, x: number)\nnumbered(autoinc(), x) :- p(x).\n.decl first(x: number)\n.output first\nfirst(x) :- numbered(0, x).\n",
    },
};
