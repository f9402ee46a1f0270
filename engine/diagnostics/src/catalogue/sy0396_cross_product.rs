use crate::{Entry, Example, Severity, Text};

/// Atoms of a rule share no variable and both may hold many rows.
pub static CROSS_PRODUCT: Entry = Entry {
    code: "SY0396",
    severity: Severity::Warning,
    message: Text { en: "`{first}` and `{second}` share no variable, so each row of one meets every row of the other", zh: "`{first}` 与 `{second}` 没有公共变量，一方的每一行都要与另一方的每一行相配" },
    label: Text { en: "nothing ties it to `{first}`", zh: "与 `{first}` 没有关联" },
    help: Text { en: "tie them by a common variable or an `=`, or restrict each with a comparison; `--max-facts N` stops a run that grows too far", zh: "请用公共变量或 `=` 把它们关联起来，或用比较分别加以限制；`--max-facts N` 可中止增长过大的运行" },
    explanation: Text {
        en: "Two tables of 50,000 rows give 2,500,000,000 pairs. Mostly a variable was misspelt or a condition forgotten, and then the clues are as wrong as they are many. What ties atoms together is a common variable or an `=`; an order such as `x < y` leaves every pair to be looked at. Relations whose few rows follow from the program text alone give no warning.",
        zh: "两张 50000 行的表会产生 2500000000 个组合。多半是变量写错或漏了条件，此时线索既多又错。能把原子关联起来的是公共变量或 `=`；`x < y` 之类的大小比较仍要逐对检查。仅凭程序文本就能确定行数很少的关系不会引起警告。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, tenant: symbol)\n.input lease\n.decl firm(id: symbol, owner: symbol)\n.input firm\n.decl tied(id: symbol, firm: symbol)\n.output tied\ntied(x, f) :- lease(x, _), firm(f, _).\n",
        right: ".decl lease(id: symbol, tenant: symbol)\n.input lease\n.decl firm(id: symbol, owner: symbol)\n.input firm\n.decl tied(id: symbol, firm: symbol)\n.output tied\ntied(x, f) :- lease(x, t), firm(f, t).\n",
    },
};
