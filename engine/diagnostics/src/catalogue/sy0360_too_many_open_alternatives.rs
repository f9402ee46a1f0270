use crate::{Entry, Example, Severity, Text};

/// A rule with more ways to be open than are taken apart.
pub static TOO_MANY_OPEN_ALTERNATIVES: Entry = Entry {
    code: "SY0360",
    severity: Severity::Error,
    message: Text {
        en: "rule `{rule}` can be open in more than {most} ways",
        zh: "规则 `{rule}` 可能待定的情形超过 {most} 种",
    },
    label: Text { en: "too many premises that may be open", zh: "可能待定的前提过多" },
    help: Text {
        en: "give some of the premises a relation of their own, and read that one here",
        zh: "请把其中几个前提归入一个单独的关系，再在此处引用该关系",
    },
    explanation: Text {
        en: "Each premise may hold or be open, and each combination is a case of its own that a person may have to settle. With eight or more \
             premises that may be open there are hundreds. A relation in between says what some of them mean together, and \
             counts as one premise.",
        zh: "每个前提都可能成立或者待定，每种组合都是需要人来查明的一种情形；可能待定的前提达到八个以上时，组合有数百种。中间关系说明其中几个前提\
             合起来的含义，只算一个前提。",
    },
    example: Example::Shown {
        wrong: "clue(x) :- a(x), b(x), c(x), d(x), e(x), f(x), g(x), h(x), i(x).\n",
        right: "lease(x) :- a(x), b(x), c(x), d(x).\nclue(x) :- lease(x), e(x), f(x), g(x), h(x), i(x).\n",
    },
};
