use crate::{Entry, Example, Severity, Text};

/// A `;` in the body of an aggregate.
pub static DISJUNCTION_IN_AGGREGATE: Entry = Entry {
    code: "SY0116",
    severity: Severity::Error,
    message: Text { en: "the body of an aggregate cannot hold `;`", zh: "聚合的主体中不能有 `;`" },
    label: Text { en: "alternative", zh: "或者" },
    help: Text {
        en: "put the alternatives into a relation of their own and aggregate over it",
        zh: "请把各个选项写成单独的关系，再对它聚合",
    },
    explanation: Text {
        en: "With alternatives it would be unclear whether a case that meets both is counted once or twice. A \
             relation of its own counts it once.",
        zh: "若允许选项，同时满足两项的案件究竟计一次还是两次就不清楚了。写成单独的关系，只计一次。",
    },
    example: Example::Program {
        wrong: ".decl seized(id: symbol)\n.decl mortgaged(id: symbol)\n.decl burdens(n: number)\n.output burdens\nseized(\"F-1\").\nmortgaged(\"F-2\").\nburdens(n) :- n = count : { seized(_); mortgaged(_) }.\n",
        right: ".decl seized(id: symbol)\n.decl mortgaged(id: symbol)\n.decl burdened(id: symbol)\n.decl burdens(n: number)\n.output burdens\nseized(\"F-1\").\nmortgaged(\"F-2\").\nburdened(x) :- seized(x); mortgaged(x).\nburdens(n) :- n = count : burdened(_).\n",
    },
};
