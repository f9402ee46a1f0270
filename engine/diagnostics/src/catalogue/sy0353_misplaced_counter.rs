use crate::{Entry, Example, Severity, Text};

/// `autoinc()` stands in a recursive rule or in an aggregate.
pub static MISPLACED_COUNTER: Entry = Entry {
    code: "SY0353",
    severity: Severity::Error,
    message: Text { en: "`autoinc()` cannot stand in {where}", zh: "`autoinc()` 不能用在{where}" },
    label: Text { en: "counts what has no order", zh: "此处没有可数的次序" },
    help: Text { en: "number the results in a rule of their own", zh: "请用单独的规则给结果编号" },
    explanation: Text {
        en: "Every number would make a new tuple, every new tuple another number: a recursive rule would never end. In an aggregate no row comes before another.",
        zh: "每个编号产生新的元组，每个新元组又得到编号：递归规则将永不结束。聚合中的各行没有先后。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, n: number)\n.output lease\nlease(\"L-1\", 0).\nlease(x, autoinc()) :- lease(x, _).\n",
        right: ".decl lease(id: symbol, n: number)\nlease(\"L-1\", 0).\n.decl file(id: symbol, n: number)\n.output file\nfile(x, autoinc()) :- lease(x, _).\n",
    },
};
