use crate::{Entry, Example, Severity, Text};

/// `unless` where no exception may stand.
pub static MISPLACED_EXCEPTION: Entry = Entry {
    code: "SY0143",
    severity: Severity::Error,
    message: Text { en: "`unless` stands only behind a whole rule body", zh: "`unless` 只能写在整个规则体之后" },
    label: Text { en: "not here", zh: "不能写在这里" },
    help: Text {
        en: "write the exception behind the last condition, without a comma: `p(x) :- q(x) unless r(x).`; among \
             conditions write `not r(x)`",
        zh: "请把例外写在最后一个条件之后，前面不加逗号：`p(x) :- q(x) unless r(x).`；在条件之间请写 `not r(x)`",
    },
    explanation: Text {
        en: "An exception takes a case out of the rule as a whole. Between conditions it would be unclear which of \
             them it restricts. A subsumption, a group and an aggregate have no exceptions.",
        zh: "例外把某种情形从整条规则中排除。写在条件之间就不清楚它限制的是哪一个条件。归并规则、括号和聚合中不能写例\
             外。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\n.output void\nlease(\"L-1\").\nvoid(\"L-2\").\nvalid(x) :- lease(x), unless void(x).\n",
        right: ".decl lease(id: symbol)\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\n.output void\nlease(\"L-1\").\nvoid(\"L-2\").\nvalid(x) :- lease(x) unless void(x).\n",
    },
};
