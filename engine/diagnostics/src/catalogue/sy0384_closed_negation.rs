use crate::{Entry, Example, Severity, Text};

/// A closed-world negation behind a clue, over records that may be incomplete.
pub static CLOSED_NEGATION: Entry = Entry {
    code: "SY0384",
    severity: Severity::Warning,
    message: Text { en: "a clue rests on `!{name}`, which takes records that are missing in {bases} for things that did not happen", zh: "线索依赖 `!{name}`，而它把 {bases} 中缺失的记录当作没有发生" },
    label: Text { en: "absence of a record is taken as proof", zh: "以没有记录为证" },
    help: Text { en: "write `not {name}(..)` and declare with `.complete` where {bases} holds everything", zh: "请改写为 `not {name}(..)`，并用 `.complete` 声明 {bases} 在哪些范围内是齐全的" },
    explanation: Text { en: "The dialect's `!` knows only present and absent. Where records are late or lost, it accuses people of what the file merely does not show. The law's `not` leaves such a case undetermined and says what to ask for.", zh: "方言的 `!` 只有“有”和“没有”。记录迟到或者遗失时，它会把卷宗没有反映的事当成没有发生，从而错怪他人。法律意义上的 `not` 让这种情形处于未定状态，并指出应当补查什么。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl due(id: symbol)\n.input due\n.decl paid(id: symbol)\n.input paid\n.decl owed(id: symbol)\n.output owed\n@[clue = A, norm = CC_705]\nowed(x) :- due(x), !paid(x).\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl due(id: symbol)\n.input due\n.decl paid(id: symbol)\n.input paid\n.complete paid\n.decl owed(id: symbol)\n.output owed\n@[clue = A, norm = CC_705]\nowed(x) :- due(x), not paid(x).\n",
    },
};
