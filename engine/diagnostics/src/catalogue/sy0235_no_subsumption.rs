use crate::{Entry, Example, Severity, Text};

/// A relation that cannot have subsumptions.
pub static NO_SUBSUMPTION: Entry = Entry {
    code: "SY0235",
    severity: Severity::Error,
    message: Text { en: "`{name}` cannot have subsumptions: {reason}", zh: "`{name}` 不能带包摄规则：{reason}" },
    label: Text { en: "nothing can be deleted from it", zh: "其中的元组无法删除" },
    help: Text { en: "drop the qualifier or the subsumption", zh: "请去掉该限定词或包摄规则" },
    explanation: Text {
        en: "A subsumption deletes tuples. Closures, choices, observed rounds and relations without columns have none that could be deleted on its word, and `btree` and `brie` ask for a store that only grows.",
        zh: "包摄规则会删除元组。闭包、选择、被观察的轮次和无列关系都没有可据此删除的元组，而 `btree` 与 `brie` 要求只增不减的存储。",
    },
    example: Example::Program {
        wrong: ".decl bid(lot: symbol, price: number) btree\n.output bid\nbid(\"A\", 1).\nbid(l, p) <= bid(l, q) :- p <= q.\n",
        right: ".decl bid(lot: symbol, price: number)\n.output bid\nbid(\"A\", 1).\nbid(l, p) <= bid(l, q) :- p <= q.\n",
    },
};
