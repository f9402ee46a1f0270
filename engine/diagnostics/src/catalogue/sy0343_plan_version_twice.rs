use crate::{Entry, Example, Severity, Text};

/// A `.plan` orders one version twice.
pub static PLAN_VERSION_TWICE: Entry = Entry {
    code: "SY0343",
    severity: Severity::Error,
    message: Text { en: "version {number} is given two orders", zh: "版本 {number} 给出了两种次序" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "remove one of the two", zh: "请删去其中一个" },
    explanation: Text {
        en: "Each version of a recursive rule is computed in one order. Of two, one would be ignored without a word.",
        zh: "递归规则的每个版本只按一种次序计算。若有两种，其中一种会被悄悄忽略。",
    },
    example: Example::Program {
        wrong: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1), 0:(1, 2)\n",
        right: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1)\n",
    },
};
