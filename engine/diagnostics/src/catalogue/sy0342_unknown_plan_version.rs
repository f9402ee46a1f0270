use crate::{Entry, Example, Severity, Text};

/// The number of a version in a `.plan` that the rule does not have.
pub static UNKNOWN_PLAN_VERSION: Entry = Entry {
    code: "SY0342",
    severity: Severity::Error,
    message: Text { en: "this rule has no version {number}: its versions are numbered from 0 to {last}", zh: "此规则没有版本 {number}：版本编号为 0 至 {last}" },
    label: Text { en: "no such version", zh: "没有这个版本" },
    help: Text { en: "number the versions from 0: one for each recursive atom, in text order", zh: "版本从 0 编号：每个递归原子一个，按文本次序" },
    explanation: Text {
        en: "A recursive rule has a version for each of its atoms that depend on its head: the one that reads what was new in the round before. A rule with one such atom has version 0 only.",
        zh: "递归规则的每个依赖其头部的原子各有一个版本，即由该原子读取上一轮的新事实。只有一个这样的原子时，只有版本 0。",
    },
    example: Example::Program {
        wrong: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 1:(2, 1)\n",
        right: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1)\n",
    },
};
