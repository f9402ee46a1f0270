use crate::{Entry, Example, Severity, Text};

/// `@[clue = ..]` names no grade.
pub static UNKNOWN_GRADE: Entry = Entry {
    code: "SY0250",
    severity: Severity::Error,
    message: Text { en: "`{grade}` is no grade of clues", zh: "`{grade}` 不是线索等级" },
    label: Text { en: "not A, B or C", zh: "不是 A、B 或 C" },
    help: Text {
        en: "write `@[clue = A]` (a norm is violated on the record), `B` (a pattern that needs inquiry) or \
             `C` (a hint about data quality)",
        zh: "请写 `@[clue = A]`（记录显示违反规范）、`B`（需要核查的可疑情形）或 `C`（数据质量提示）",
    },
    explanation: Text {
        en: "The grade says how much a clue claims. People decide by it what to look at first, so there is \
             no default.",
        zh: "等级说明线索主张了多少。人们据此决定先看什么，因此没有默认值。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n@[clue = high]\ncheap(x) :- lease(x, r), r < 1000.\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n@[clue = B]\ncheap(x) :- lease(x, r), r < 1000.\n",
    },
};
