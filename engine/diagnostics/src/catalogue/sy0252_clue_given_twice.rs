use crate::{Entry, Example, Severity, Text};

/// A rule has two grades of clues.
pub static CLUE_GIVEN_TWICE: Entry = Entry {
    code: "SY0252",
    severity: Severity::Error,
    message: Text { en: "a rule has one grade of clues", zh: "一条规则只有一个线索等级" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text {
        en: "keep one `@[clue = ..]`; write two rules if two grades are meant",
        zh: "请只保留一个 `@[clue = ..]`；若确有两个等级，请写成两条规则",
    },
    explanation: Text {
        en: "The grade belongs to the rule that derives the clue. With two it is unclear what is claimed.",
        zh: "等级属于推导线索的规则。有两个等级时，就不清楚主张的是什么。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n@[clue = A]\n@[clue = B]\ncheap(x) :- lease(x, r), r < 1000.\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n@[clue = B]\ncheap(x) :- lease(x, r), r < 1000.\n",
    },
};
