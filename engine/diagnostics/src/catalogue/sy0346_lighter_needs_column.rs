use crate::{Entry, Example, Severity, Text};

/// The result of a lighter law is no column of the head.
pub static LIGHTER_NEEDS_COLUMN: Entry = Entry {
    code: "SY0346",
    severity: Severity::Error,
    message: Text { en: "`{name}` is no column of the rule's only head", zh: "`{name}` 不是规则唯一结论的列" },
    label: Text { en: "the result must stand in the head", zh: "结果必须出现在结论中" },
    help: Text { en: "give the rule one head, and let the result be one of its arguments", zh: "请让规则只有一个结论，并把结果作为其中一列" },
    explanation: Text { en: "Both results are conclusions of the rule, and the lighter of them is kept for each combination of the head's other columns.", zh: "两个结果都是该规则的结论；结论其余各列相同的，取其中较轻者。" },
    example: Example::Program {
        wrong: ".decl case(id: symbol, act: date, judged: date)\n.input case\n.param months : number { (d\"1997-10-01\" .. d\"2015-10-31\", 36) (d\"2015-11-01\" .., 24) }\n.decl punished(id: symbol)\n.output punished\n@[lighter(t: [act, judged], by: m)]\npunished(c) :- case(c, act, judged), months(on: t, m), m > 0.\n",
        right: ".decl case(id: symbol, act: date, judged: date)\n.input case\n.param months : number { (d\"1997-10-01\" .. d\"2015-10-31\", 36) (d\"2015-11-01\" .., 24) }\n.decl term(id: symbol, months: number)\n.output term\n@[lighter(t: [act, judged], by: m)]\nterm(c, m) :- case(c, act, judged), months(on: t, m), m > 0.\n",
    },
};
