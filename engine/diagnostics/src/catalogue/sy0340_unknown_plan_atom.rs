use crate::{Entry, Example, Severity, Text};

/// A number in a `.plan` that is no atom of the rule.
pub static UNKNOWN_PLAN_ATOM: Entry = Entry {
    code: "SY0340",
    severity: Severity::Error,
    message: Text { en: "`{number}` is no atom of this rule, which has {count}", zh: "此规则有 {count} 个原子，没有第 {number} 个" },
    label: Text { en: "no such atom", zh: "没有这个原子" },
    help: Text { en: "write each number from 1 to {count} once: the atoms without `!`, in text order, those of aggregates left out", zh: "请将 1 至 {count} 各写一次：按文本次序计不带 `!` 的原子，聚合内的不计" },
    explanation: Text {
        en: "A plan orders the atoms that the rule joins. They are counted from 1; negated atoms, comparisons and what stands inside an aggregate have no number. A plan that does not fit the rule was perhaps written for an earlier wording of it.",
        zh: "执行计划规定规则所连接的原子的次序。原子从 1 数起；否定的原子、比较以及聚合内的内容没有编号。与规则不符的计划，也许是为规则的旧写法而写的。",
    },
    example: Example::Program {
        wrong: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(3, 1)\n",
        right: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1)\n",
    },
};
