use crate::{Entry, Example, Severity, Text};

/// A relation that no rule or directive names.
pub static UNUSED_RELATION: Entry = Entry {
    code: "SY0392",
    severity: Severity::Warning,
    message: Text { en: "relation `{name}` is never used", zh: "关系 `{name}` 从未使用" },
    label: Text { en: "declared here", zh: "在此声明" },
    help: Text { en: "use it in a rule or an `.output`, or remove it", zh: "请在规则或 `.output` 中使用它，或删去" },
    explanation: Text {
        en: "It is declared, perhaps filled, but no rule reads it and nobody asks for it. Perhaps an \
             exception was prepared and never written into the rule.",
        zh: "它有声明，也许还有记录，但没有规则读取，也没有人要求输出。也许例外已经准备好，却没有写进规则。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\nvoid(\"L-2\").\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\n.output void\nvoid(\"L-2\").\n",
    },
};
