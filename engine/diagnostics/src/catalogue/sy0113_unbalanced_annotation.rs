use crate::{Entry, Example, Severity, Text};

/// An annotation whose brackets do not fit together.
pub static UNBALANCED_ANNOTATION: Entry = Entry {
    code: "SY0113",
    severity: Severity::Error,
    message: Text { en: "the brackets of this annotation do not match", zh: "注解的括号不配对" },
    label: Text { en: "this bracket has no partner", zh: "这个括号没有配对" },
    help: Text {
        en: "close each bracket, as in `@[norm(code = \"CC\", article = 725)]`",
        zh: "请让每个括号都配对，例如 `@[norm(code = \"CC\", article = 725)]`",
    },
    explanation: Text {
        en: "An annotation is `@[key]`, `@[key = ...]` or `@[key(...)]`, and everything inside is balanced. \
             Otherwise nobody could tell where the citation ends and the rule begins.",
        zh: "注解的形式是 `@[键]`、`@[键 = ...]` 或 `@[键(...)]`，其中的括号都要配对。否则无法判断引用的法条到哪\
             里为止、规则从哪里开始。",
    },
    example: Example::Program {
        wrong: "@[norm(code = \"CC\"]\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
        right: "@[norm(code = \"CC\")]\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
