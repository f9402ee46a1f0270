use crate::{Entry, Example, Severity, Text};

/// The alternatives of a rule multiply beyond the limit.
pub static TOO_MANY_ALTERNATIVES: Entry = Entry {
    code: "SY0321",
    severity: Severity::Error,
    message: Text {
        en: "the alternatives of this rule hold more than {limit} literals",
        zh: "这条规则的各个选项合计超过 {limit} 个条件",
    },
    label: Text { en: "this rule", zh: "这条规则" },
    help: Text { en: "give each group of alternatives a relation of its own", zh: "请把每组选项写成单独的关系" },
    explanation: Text {
        en: "Alternatives that hold together multiply: twenty groups of two make a million rules. A relation \
             for each group says the same with forty.",
        zh: "同时成立的各组选项会相乘：二十组、每组两个，就是一百万条规则。每组写成一个关系，只需四十条。",
    },
    example: Example::Shown {
        wrong: "twenty literals `(p(x); q(x))` in one body",
        right: "`pq(x) :- p(x); q(x).` and `pq(x)` in the body",
    },
};
