use crate::{Entry, Example, Severity, Text};

/// A `.plan` stands behind a rule that is not recursive.
pub static PLAN_WITHOUT_RECURSION: Entry = Entry {
    code: "SY0216",
    severity: Severity::Error,
    message: Text {
        en: "`.plan` belongs to a recursive rule, and this one is not",
        zh: "`.plan` 只用于递归规则，而此规则不是",
    },
    label: Text { en: "the plan", zh: "执行计划" },
    help: Text { en: "remove the `.plan`", zh: "请删去 `.plan`" },
    explanation: Text {
        en: "A plan orders the atoms of each version of a recursive rule. It changes no result; on other \
             rules the dialect does not allow it.",
        zh: "执行计划规定递归规则各版本中原子的次序。它不改变结果；方言不允许把它用于其他规则。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, _).\n.plan 0:(1)\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, _).\n",
    },
};
