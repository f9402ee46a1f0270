use crate::{Entry, Example, Severity, Text};

/// A test expects an outcome that the relation cannot have.
pub static IMPOSSIBLE_OUTCOME: Entry = Entry {
    code: "SY0259",
    severity: Severity::Error,
    message: Text {
        en: "`{outcome}` can never come of `{name}`",
        zh: "`{name}` 不可能得出 `{outcome}`",
    },
    label: Text {
        en: "no clue relation, or none whose conclusions conflict",
        zh: "既非线索关系，或其结论不会冲突",
    },
    help: Text {
        en: "mark its rules with `@[clue = ..]` (for `refer`: the relation with `@[conflict = (..)]`), or expect `fact` or `no fact`",
        zh: "请为其规则加上 `@[clue = ..]`（若为 `refer`，则为关系加上 `@[conflict = (..)]`），或改为期望 `fact`、`no fact`",
    },
    explanation: Text {
        en: "Clues, conditional and undetermined ones are outcomes of relations whose rules are marked as clues; conflicts are referred to people only where a relation says which of its conclusions conflict. Without that the test could never fail or never succeed.",
        zh: "线索、待认定和无法判断，是标记为线索的关系才有的结论；只有写明哪些结论相互冲突的关系，才会把冲突交由人来决定。否则该测试要么永远不会失败，要么永远不会成功。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\nlong(x) :- lease(x, y), y > 20.\n.test \"21 years\" {\n    given lease(\"L-1\", 21)\n    expect clue long(\"L-1\")\n}\n",
        right: ".decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\nlong(x) :- lease(x, y), y > 20.\n.test \"21 years\" {\n    given lease(\"L-1\", 21)\n    expect fact long(\"L-1\")\n}\n",
    },
};
