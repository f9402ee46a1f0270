use crate::{Entry, Example, Severity, Text};

/// A rule grows too large by what is put in place of its atoms.
pub static INLINING_TOO_LARGE: Entry = Entry {
    code: "SY0323",
    severity: Severity::Error,
    message: Text {
        en: "with the rules of inline relations in it this rule has more than {literals} literals, or is nested more than {depth} deep",
        zh: "代入内联关系的规则后，本规则超过 {literals} 个条件，或嵌套超过 {depth} 层",
    },
    label: Text { en: "this rule", zh: "本规则" },
    help: Text {
        en: "drop `inline` from a relation that is read often",
        zh: "请去掉某个多次被读取的关系的 `inline`",
    },
    explanation: Text {
        en: "A relation that reads another inline relation twice doubles its rules, and so does each further one. A few lines could fill any memory.",
        zh: "一个关系两次读取另一内联关系，规则就加倍，层层如此。短短几行就可能占满内存。",
    },
    example: Example::Shown {
        wrong: ".decl a(x: number, y: number) inline\na(x, y) :- y = x + 1.\n.decl b(x: number, y: number) inline\nb(x, z) :- a(x, y), a(y, z).\n// ... and so on, each reading the one before twice",
        right: ".decl a(x: number, y: number) inline\na(x, y) :- y = x + 1.\n.decl b(x: number, y: number) inline\nb(x, y) :- y = x + 2.",
    },
};
