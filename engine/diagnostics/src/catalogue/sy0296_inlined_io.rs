use crate::{Entry, Example, Severity, Text};

/// A relation marked `inline` is read or written.
pub static INLINED_IO: Entry = Entry {
    code: "SY0296",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` is marked `inline` and cannot be read or written",
        zh: "`{name}` 标为 `inline`，不能输入或输出",
    },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text { en: "drop `inline`, or remove the directive", zh: "请去掉 `inline`，或删去该指令" },
    explanation: Text {
        en: "An inline relation has no tuples of its own: its rules stand in for it wherever it is read. There is nothing to write, and what would be loaded or shown as a clue could be lost unnoticed.",
        zh: "内联关系没有自己的元组：凡读取它之处都由其规则代替。因此无可输出；载入的数据或标出的线索也会不知不觉地丢失。",
    },
    example: Example::Program {
        wrong: ".decl p(x: number)\n.output p\np(1).\n.decl large(x: number) inline\nlarge(x) :- p(x), x > 10.\n.output large\n",
        right: ".decl p(x: number)\n.output p\np(1).\n.decl large(x: number)\nlarge(x) :- p(x), x > 10.\n.output large\n",
    },
};
