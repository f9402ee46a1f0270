use crate::{Entry, Example, Severity, Text};

/// Two `.pragma` directives have one key.
pub static PRAGMA_TWICE: Entry = Entry {
    code: "SY0294",
    severity: Severity::Warning,
    message: Text { en: "`.pragma` for the key {key} stands here again", zh: "键 {key} 的 `.pragma` 在此重复" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "remove one of the two", zh: "请删去其中一个" },
    explanation: Text {
        en: "An option has one value. Of two directives for it only one can count, and readers may take the other one for it.",
        zh: "一个选项只有一个值。两条指令只能有一条生效，读者却可能以为是另一条。",
    },
    example: Example::Program {
        wrong: ".pragma \"magic-transform\" \"p\"\n.pragma \"magic-transform\" \"*\"\n.decl p(x: number)\n.output p\np(1).\n",
        right: ".pragma \"magic-transform\" \"*\"\n.decl p(x: number)\n.output p\np(1).\n",
    },
};
