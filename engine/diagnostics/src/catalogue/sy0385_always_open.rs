use crate::{Entry, Example, Severity, Text};

/// The law's negation where nothing can ever settle it.
pub static ALWAYS_OPEN: Entry = Entry {
    code: "SY0385",
    severity: Severity::Warning,
    message: Text { en: "the absence of `{name}` is never known: no `.complete` declares {bases}", zh: "`{name}` 的不存在永远无法确知：没有 `.complete` 声明 {bases} 是齐全的" },
    label: Text { en: "always open", zh: "始终未定" },
    help: Text { en: "declare with `.complete` where the records hold everything, and say with `within` for which place and time it must be known", zh: "请用 `.complete` 声明记录在哪些范围内是齐全的，并用 `within` 写明需要在什么地点、什么时间内确知" },
    explanation: Text { en: "Absence counts only where the records are known to be complete. Nothing says that, so the rule never holds for certain, and all its candidates are undetermined.", zh: "只有已知记录齐全时，没有记录才算不存在。这里没有任何声明，因此规则永远不会确定成立，所有候选都是未定。" },
    example: Example::Program {
        wrong: ".decl due(id: symbol)\n.input due\n.decl paid(id: symbol)\n.input paid\n.decl owed(id: symbol)\n.output owed\nowed(x) :- due(x), not paid(x).\n",
        right: ".decl due(id: symbol)\n.input due\n.decl paid(id: symbol)\n.input paid\n.complete paid\n.decl owed(id: symbol)\n.output owed\nowed(x) :- due(x), not paid(x).\n",
    },
};
