use crate::{Entry, Example, Severity, Text};

/// A `.pragma` with a key that nobody knows.
pub static UNKNOWN_PRAGMA: Entry = Entry {
    code: "SY0293",
    severity: Severity::Warning,
    message: Text { en: "`.pragma` does not know the key {key}", zh: "`.pragma` 没有名为 {key} 的键" },
    label: Text { en: "this key", zh: "此键" },
    help: Text { en: "write one of {known}, or remove the directive", zh: "请写 {known} 之一，或删去该指令" },
    explanation: Text {
        en: "A `.pragma` sets an option for the whole program. What has an unknown key has no effect, though its author meant one.",
        zh: "`.pragma` 为整个程序设置选项。键名未知的指令不起作用，而作者本有所图。",
    },
    example: Example::Program {
        wrong: ".pragma \"magic-transfrom\" \"*\"\n.decl p(x: number)\n.output p\np(1).\n",
        right: ".pragma \"magic-transform\" \"*\"\n.decl p(x: number)\n.output p\np(1).\n",
    },
};
