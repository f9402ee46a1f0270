use crate::{Entry, Example, Severity, Text};

/// The negated form of a template equals the positive one.
pub static NEGATION_SAYS_THE_SAME: Entry = Entry {
    code: "SY0367",
    severity: Severity::Error,
    message: Text { en: "that there is no `{name}` is said in the same words as that there is one", zh: "`{name}` 不存在与存在用的是同样的话" },
    label: Text { en: "the same words", zh: "同样的话" },
    help: Text { en: "say here that there is no such fact", zh: "请在此说明没有这样的事实" },
    explanation: Text {
        en: "A reader takes the sentence for what it says. Where the negated form was copied and not changed, a proof would state the opposite of what it found.",
        zh: "读者看到的是这句话本身。否定形式若照抄而未改，证明说的就与查明的相反。",
    },
    example: Example::Program {
        wrong: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[zh_not = \"有租约{id}\", en_not = \"there is no lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[zh_not = \"没有租约{id}\", en_not = \"there is no lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
