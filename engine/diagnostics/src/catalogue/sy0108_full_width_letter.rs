use crate::{Entry, Example, Severity, Text};

/// A name or number with full-width letters or digits.
pub static FULL_WIDTH_LETTER: Entry = Entry {
    code: "SY0108",
    severity: Severity::Error,
    message: Text { en: "`{found}` holds full-width letters or digits", zh: "`{found}` 含有全角字母或数字" },
    label: Text { en: "full-width", zh: "全角" },
    help: Text { en: "write `{fold}`", zh: "请写 `{fold}`" },
    explanation: Text {
        en: "Full-width letters look like the half-width ones but are other characters: two names that look \
             alike would be two relations, and a rule would silently never apply.",
        zh: "全角字母看上去与半角相似，却是不同的字符：看似相同的两个名称会成为两个关系，规则会在无人察觉时永远不\
             适用。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nｌｅａｓｅ(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
