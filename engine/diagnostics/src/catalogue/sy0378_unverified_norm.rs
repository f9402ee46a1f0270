use crate::{Entry, Example, Severity, Text};

/// A norm behind a clue whose words nobody has compared with a source.
pub static UNVERIFIED_NORM: Entry = Entry {
    code: "SY0378",
    severity: Severity::Warning,
    message: Text { en: "`{norm}` is unverified and stands behind {clues}", zh: "`{norm}` 未经核对，却是 {clues} 的依据" },
    label: Text { en: "says neither when nor against what it was checked", zh: "没有写明何时、依据什么核对过" },
    help: Text { en: "compare it with its source and add `checked: d\"..\" against \"..\"`", zh: "请与出处核对，并加上 `checked: d\"..\" against \"..\"`" },
    explanation: Text { en: "A clue is as good as the article it cites. Until somebody has compared words, number and dates with a source, the article is a memory.", zh: "线索的可靠程度不会超过所引条文。在有人把文字、条号和施行日期与出处核对之前，条文只是记忆。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[clue = A, norm = CC_705]\nlong(l) :- lease(l, _, y), y > 20.\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[clue = A, norm = CC_705]\nlong(l) :- lease(l, _, y), y > 20.\n",
    },
};
