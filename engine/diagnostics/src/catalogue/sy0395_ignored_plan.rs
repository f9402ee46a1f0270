use crate::{Entry, Example, Severity, Text};

/// A `.plan` on a rule that stands for several.
pub static IGNORED_PLAN: Entry = Entry {
    code: "SY0395",
    severity: Severity::Warning,
    message: Text { en: "this plan is ignored: its rule has {what}, so that it stands for several rules", zh: "此计划未被采用：规则有{what}，相当于多条规则" },
    label: Text { en: "the plan", zh: "执行计划" },
    help: Text { en: "write each of the rules by itself, with a plan of its own, or remove the `.plan`", zh: "请分别写成多条规则，各带自己的计划，或删去 `.plan`" },
    explanation: Text {
        en: "A plan numbers the atoms of one conjunction with one head. In a rule with alternatives or several heads the numbers would mean something else for each. No result depends on a plan; only the time may.",
        zh: "执行计划为一个头部下的一个合取中的原子编号。规则有多个选项或多个头部时，编号对每一条含义不同。结果与计划无关，受影响的只是用时。",
    },
    example: Example::Program {
        wrong: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), (road(y, z) ; road(z, y)).\n.plan 0:(2, 1)\n",
        right: ".decl road(a: number, b: number)\nroad(1, 2).\nroad(2, 3).\n.decl way(a: number, b: number)\n.output way\nway(x, y) :- road(x, y).\nway(x, z) :- way(x, y), road(y, z).\n.plan 0:(2, 1)\nway(x, z) :- way(x, y), road(z, y).\n",
    },
};
