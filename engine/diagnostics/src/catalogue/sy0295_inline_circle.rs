use crate::{Entry, Example, Severity, Text};

/// Relations marked `inline` read each other.
pub static INLINE_CIRCLE: Entry = Entry {
    code: "SY0295",
    severity: Severity::Error,
    message: Text {
        en: "relations marked `inline` read each other: {names}",
        zh: "标为 `inline` 的关系互相读取：{names}",
    },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text { en: "drop `inline` from one of them", zh: "请去掉其中一个的 `inline`" },
    explanation: Text {
        en: "The rules of an inline relation are put in place of the atoms that read it. Where such relations read each other that would never end.",
        zh: "内联关系的规则会代入读取它的原子处。若这些关系互相读取，代入将永无止境。",
    },
    example: Example::Program {
        wrong: ".decl p(x: number)\n.output p\np(1).\n.decl above(x: number) inline\nabove(x) :- p(x).\nabove(x + 1) :- above(x), x < 5.\np(x) :- above(x), x > 2.\n",
        right: ".decl p(x: number)\n.output p\np(1).\n.decl above(x: number)\nabove(x) :- p(x).\nabove(x + 1) :- above(x), x < 5.\n.output above\n",
    },
};
