use crate::{Entry, Example, Severity, Text};

/// Rules that prevail over each other.
pub static CIRCULAR_PRECEDENCE: Entry = Entry {
    code: "SY0361",
    severity: Severity::Error,
    message: Text {
        en: "these rules prevail over each other in a circle: {circle}",
        zh: "这些规则循环地互相优先：{circle}",
    },
    label: Text { en: "prevails over the next one", zh: "优先于下一条" },
    help: Text {
        en: "decide which of them yields, and take its `overrides` or `special_to` away",
        zh: "请确定哪一条让位，并删去其 `overrides` 或 `special_to`",
    },
    explanation: Text {
        en: "Where rules conflict, one of them must have the last word. In a circle each of them yields to another one, so that no \
             conclusion would ever be reached, although each rule by itself looks right.",
        zh: "规则发生冲突时，必须有一条最终适用。循环之中每一条都让位于另一条，于是永远得不出结论，而单看每条规则都没有问题。",
    },
    example: Example::Shown {
        wrong: "@[name = general, overrides = special]\nfine(c, 100) :- case(c).\n@[name = special, overrides = general]\nfine(c, 50) :- case(c), minor(c).\n",
        right: "@[name = general]\nfine(c, 100) :- case(c).\n@[name = special, overrides = general]\nfine(c, 50) :- case(c), minor(c).\n",
    },
};
