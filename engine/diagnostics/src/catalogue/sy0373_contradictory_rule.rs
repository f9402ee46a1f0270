use crate::{Entry, Example, Severity, Text};

/// A rule whose conditions exclude each other.
pub static CONTRADICTORY_RULE: Entry = Entry {
    code: "SY0373",
    severity: Severity::Warning,
    message: Text { en: "`{rule}` can never conclude anything: its conditions exclude each other", zh: "`{rule}` 不可能得出结论：它的条件互相排斥" },
    label: Text { en: "excluded by other conditions of the rule", zh: "与规则的其他条件互相排斥" },
    help: Text { en: "correct one of the conditions", zh: "请改正其中一个条件" },
    explanation: Text { en: "No record can meet all conditions at once. The model seems to look for something and never finds it, which reads like “nothing wrong”.", zh: "没有记录能同时满足全部条件。模型看上去在查某种情形，实际上永远查不到，而结果读起来像是“没有问题”。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = \"Civil Code 705\"]\nlong(l) :- lease(l, _, y), y > 20, y < 10.\n",
        right: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = \"Civil Code 705\"]\nlong(l) :- lease(l, _, y), y > 20, y < 100.\n",
    },
};
