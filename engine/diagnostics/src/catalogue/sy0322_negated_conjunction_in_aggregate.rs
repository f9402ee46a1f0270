use crate::{Entry, Example, Severity, Text};

/// The negation of several literals in an aggregate, which is a disjunction.
pub static NEGATED_CONJUNCTION_IN_AGGREGATE: Entry = Entry {
    code: "SY0322",
    severity: Severity::Error,
    message: Text {
        en: "the body of an aggregate cannot hold the negation of several literals",
        zh: "聚合的主体中不能对多个条件一并否定",
    },
    label: Text { en: "a disjunction in disguise", zh: "实为“或者”" },
    help: Text {
        en: "negate a relation of its own that holds where all of them do",
        zh: "请把这些条件写成单独的关系，再对它否定",
    },
    explanation: Text {
        en: "`!(p, q)` means: not p, or not q. With alternatives in an aggregate it would be unclear what is \
             counted once and what twice.",
        zh: "`!(p, q)` 的意思是：非 p 或者非 q。聚合中若有“或者”，哪些计一次、哪些计两次就不清楚了。",
    },
    example: Example::Program {
        wrong: ".decl case(id: symbol)\n.decl shut(id: symbol)\n.decl old(id: symbol)\n.decl n(x: number)\n.output n\ncase(\"C-1\").\nshut(\"C-2\").\nold(\"C-3\").\nn(x) :- x = count : { case(y), !(shut(y), old(y)) }.\n",
        right: ".decl case(id: symbol)\n.decl shut(id: symbol)\n.decl old(id: symbol)\n.decl gone(id: symbol)\n.decl n(x: number)\n.output n\ncase(\"C-1\").\nshut(\"C-2\").\nold(\"C-3\").\ngone(x) :- shut(x), old(x).\nn(x) :- x = count : { case(y), !gone(y) }.\n",
    },
};
