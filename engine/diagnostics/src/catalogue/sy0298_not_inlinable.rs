use crate::{Entry, Example, Severity, Text};

/// Nothing can be put in place of an atom.
pub static NOT_INLINABLE: Entry = Entry {
    code: "SY0298",
    severity: Severity::Error,
    message: Text {
        en: "the rules of `{name}` cannot be put in place of this atom: {reason}",
        zh: "无法将 `{name}` 的规则代入此原子：{reason}",
    },
    label: Text { en: "read here", zh: "在此读取" },
    help: Text {
        en: "drop `inline` from `{name}` and let every variable of its rules get a value in them, or bind the argument before",
        zh: "请去掉 `{name}` 的 `inline`，并使其规则中的每个变量都在规则内得到值；或先给参数赋值",
    },
    explanation: Text {
        en: "A negated atom says that there is no such tuple, whatever the other variables are; put in its place, the body of a rule would say this of one value only. The same goes for what an aggregate counts.",
        zh: "被否定的原子表示不存在这样的元组，无论其他变量取何值；若代入规则体，则只对单个取值作此断言。聚合所统计的内容也是如此。",
    },
    example: Example::Program {
        wrong: ".decl p(x: number)\n.output p\np(1).\n.decl q(x: number, y: number)\nq(1, 2).\n.decl has(x: number) inline\nhas(x) :- q(x, y), y > 1.\n.decl lacks(x: number)\n.output lacks\nlacks(x) :- p(x), !has(x).\n",
        right: ".decl p(x: number)\n.output p\np(1).\n.decl q(x: number, y: number)\nq(1, 2).\n.decl has(x: number)\nhas(x) :- q(x, y), y > 1.\n.decl lacks(x: number)\n.output lacks\nlacks(x) :- p(x), !has(x).\n",
    },
};
