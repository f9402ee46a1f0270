use crate::{Entry, Example, Severity, Text};

/// A relation is `btree_delete` but has no subsumption.
pub static DELETABLE_WITHOUT_RULE: Entry = Entry {
    code: "SY0383",
    severity: Severity::Warning,
    message: Text { en: "`{name}` is `btree_delete`, but no rule deletes from it", zh: "`{name}` 声明为 `btree_delete`，但没有规则从中删除" },
    label: Text { en: "no subsumption of `{name}`", zh: "没有 `{name}` 的包摄规则" },
    help: Text { en: "write the subsumption `{name}(..) <= {name}(..) :- ..`, or drop `btree_delete`", zh: "请写出包摄规则 `{name}(..) <= {name}(..) :- ..`，或去掉 `btree_delete`" },
    explanation: Text { en: "The qualifier announces that some tuples give way to better ones. If the rule that says which was forgotten, all of them stay.", zh: "该限定词表示有的元组会让位于更好的元组。如果忘了写出相应的规则，所有元组都会保留。" },
    example: Example::Program {
        wrong: ".decl best(id: symbol, price: number) btree_delete\n.output best\nbest(\"L-1\", 9).\n",
        right: ".decl best(id: symbol, price: number) btree_delete\n.output best\nbest(\"L-1\", 9).\nbest(x, a) <= best(x, b) :- a < b.\n",
    },
};
