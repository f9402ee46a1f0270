use crate::{Entry, Example, Severity, Text};

/// An exception that can never be met.
pub static UNREACHABLE_EXCEPTION: Entry = Entry {
    code: "SY0372",
    severity: Severity::Warning,
    message: Text { en: "the exception `{name}` of `{rule}` can never be met: {reason}", zh: "`{rule}` 的例外 `{name}` 永远不会成立：{reason}" },
    label: Text { en: "defeats nothing", zh: "什么也推翻不了" },
    help: Text { en: "correct the conditions of one of the two, or remove the exception", zh: "请改正两者之一的条件，或删去这一例外" },
    explanation: Text { en: "Whoever reads the rule believes that the exception protects somebody. It does not: there is no case in which rule and exception hold together. Often a limit or a date was mistyped.", zh: "读规则的人会以为这一例外保护了某些人。其实没有：规则与例外没有同时成立的情形。往往是某个界限或日期写错了。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.complete lease\n.decl long(id: symbol)\n.output long\n.decl minor(id: symbol, years: number)\nminor(l, y) :- lease(l, _, y), y < 3.\nlong(l) :- lease(l, _, y), y > 20 unless minor(l, y).\n",
        right: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.complete lease\n.decl long(id: symbol)\n.output long\n.decl minor(id: symbol, years: number)\nminor(l, y) :- lease(l, _, y), y < 30.\nlong(l) :- lease(l, _, y), y > 20 unless minor(l, y).\n",
    },
};
