use crate::{Entry, Example, Severity, Text};

/// A `.plan` names an atom twice, or leaves one out.
pub static INCOMPLETE_PLAN: Entry = Entry {
    code: "SY0341",
    severity: Severity::Error,
    message: Text { en: "this plan {how} atom {number}", zh: "此计划{how}第 {number} 个原子" },
    label: Text { en: "not an order of all atoms", zh: "未给出全部原子的次序" },
    help: Text { en: "write each number from 1 to {count} once", zh: "请将 1 至 {count} 各写一次" },
    explanation: Text {
        en: "A plan says which atom is taken first, second and so on. An atom that is named twice or left out has no place in that order.",
        zh: "执行计划说明先取哪个原子，再取哪个原子。写了两次或遗漏的原子在次序中没有位置。",
    },
    example: Example::Program {
        wrong: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(1, 1)\n",
        right: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1)\n",
    },
};
