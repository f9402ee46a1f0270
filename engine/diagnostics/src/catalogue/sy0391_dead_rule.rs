use crate::{Entry, Example, Severity, Text};

/// A rule on which nothing asked for depends.
pub static DEAD_RULE: Entry = Entry {
    code: "SY0391",
    severity: Severity::Warning,
    message: Text { en: "nothing that is asked for depends on this rule", zh: "所要的结果都不依赖这条规则" },
    label: Text { en: "derives `{name}`", zh: "推导 `{name}`" },
    help: Text {
        en: "write `.output {name}`, use `{name}` in a rule that leads to an output or clue, or remove the \
             rule",
        zh: "请写 `.output {name}`，或在通向输出或线索的规则中使用 `{name}`，或删去这条规则",
    },
    explanation: Text {
        en: "What is asked for are outputs, sizes and clues. A rule that none of them needs is evaluated for \
             nobody; often a name was mistaken where it should have been used.",
        zh: "所要的结果是输出、大小和线索。与它们都无关的规则只是白算；往往是本该使用它的地方写错了名称。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\ncheap(x) :- lease(x, r), r < 1000.\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, r), r < 1000.\n",
    },
};
