use crate::{Entry, Example, Severity, Text};

/// A subsumption between two relations.
pub static SUBSUMPTION_ACROSS: Entry = Entry {
    code: "SY0234",
    severity: Severity::Error,
    message: Text { en: "a tuple of `{left}` cannot give way to a tuple of `{right}`", zh: "`{left}` 的元组不能让位于 `{right}` 的元组" },
    label: Text { en: "two relations", zh: "涉及两个关系" },
    help: Text { en: "write the same relation on both sides, or exclude with `!`", zh: "请在两边写同一关系，或用 `!` 排除" },
    explanation: Text {
        en: "A subsumption deletes a tuple of a relation where a better one of the same relation exists.",
        zh: "包摄规则在同一关系中存在更优元组时删除较劣的元组。",
    },
    example: Example::Program {
        wrong: ".decl bid(lot: symbol, price: number)\n.decl offer(lot: symbol, price: number)\n.output bid\nbid(\"A\", 1).\noffer(\"A\", 2).\nbid(l, p) <= offer(l, q) :- p <= q.\n",
        right: ".decl bid(lot: symbol, price: number)\n.output bid\nbid(\"A\", 1).\nbid(\"A\", 2).\nbid(l, p) <= bid(l, q) :- p <= q.\n",
    },
};
