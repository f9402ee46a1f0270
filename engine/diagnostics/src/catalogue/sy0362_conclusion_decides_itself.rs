use crate::{Entry, Example, Severity, Text};

/// A conclusion whose precedence or openness depends on the conclusion.
pub static CONCLUSION_DECIDES_ITSELF: Entry = Entry {
    code: "SY0362",
    severity: Severity::Error,
    message: Text {
        en: "whether `{name}` holds is decided by itself: {circle}",
        zh: "`{name}` 是否成立取决于它自己：{circle}",
    },
    label: Text { en: "decides about itself", zh: "由自己决定自己" },
    help: Text {
        en: "a rule of a relation with `conflict`, or of a finding, cannot rest on that relation: give what it rests on a name of its own",
        zh: "带有 `conflict` 的关系或认定关系，其规则不能以该关系本身为依据：请为所依据的内容另立关系",
    },
    explanation: Text {
        en: "Which conclusion prevails is known once all of them are there, and which finding counts once all findings are there. A \
             rule that concludes from a conclusion of the same relation would change what prevails after that was decided.",
        zh: "所有结论齐备之后，才知道哪一个优先；所有认定齐备之后，才知道哪一个算数。如果规则又从同一关系的结论推出新的结论，就会在已经决定之后\
             改变优先的结果。",
    },
    example: Example::Shown {
        wrong: "@[conflict = (case)]\n.decl fine(case: symbol, amount: number)\nfine(c, 2 * n) :- fine(first, n), repeats(first, c).\n",
        right: "@[conflict = (case)]\n.decl fine(case: symbol, amount: number)\nfine(c, 2 * n) :- basic_fine(first, n), repeats(first, c).\n",
    },
};
