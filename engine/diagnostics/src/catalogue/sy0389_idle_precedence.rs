use crate::{Entry, Example, Severity, Text};

/// A rule that prevails over another one which it never meets.
pub static IDLE_PRECEDENCE: Entry = Entry {
    code: "SY0389",
    severity: Severity::Warning,
    message: Text { en: "that `{rule}` prevails over `{over}` never matters: {reason}", zh: "`{rule}` 优先于 `{over}` 从不起作用：{reason}" },
    label: Text { en: "decides nothing", zh: "什么也不决定" },
    help: Text { en: "correct the conditions of the two rules, or remove the annotation", zh: "请改正两条规则的条件，或删去这一标注" },
    explanation: Text { en: "Precedence decides where two conclusions conflict. Here they never do, so either a condition is wrong or the reader is told of a conflict that the law does not have.", zh: "优先关系在两个结论冲突时才起作用。这里从不冲突：要么某个条件有误，要么是在告诉读者一个法律上并不存在的冲突。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n@[conflict = (id)]\n.decl limit(id: symbol, years: number)\n.output limit\n@[name = general]\nlimit(l, 20) :- lease(l, _, y), y > 0, y < 0.\n@[overrides = general]\nlimit(l, 30) :- lease(l, _, y), y > 50.\n",
        right: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n@[conflict = (id)]\n.decl limit(id: symbol, years: number)\n.output limit\n@[name = general]\nlimit(l, 20) :- lease(l, _, y), y > 0.\n@[overrides = general]\nlimit(l, 30) :- lease(l, _, y), y > 50.\n",
    },
};
