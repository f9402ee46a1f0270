use crate::{Entry, Example, Severity, Text};

/// A rule or fact for a relation that observes another.
pub static RULE_OF_DEBUG_DELTA: Entry = Entry {
    code: "SY0236",
    severity: Severity::Error,
    message: Text { en: "`{name}` shows the rounds of `{of}` and has no rules of its own", zh: "`{name}` 用于显示 `{of}` 的各轮结果，不能另有规则" },
    label: Text { en: "a rule or fact for it", zh: "给它的规则或事实" },
    help: Text { en: "declare another relation for this rule", zh: "请为该规则另行声明一个关系" },
    explanation: Text {
        en: "A relation declared with `debug_delta` holds, for each round, the tuples that were new in it. Other tuples would falsify that.",
        zh: "用 `debug_delta` 声明的关系保存每一轮新得到的元组，另加元组会使它失真。",
    },
    example: Example::Program {
        wrong: ".decl r(x: number)\n.decl d = debug_delta(r)\n.output d\nr(1).\nd(0, 2).\n",
        right: ".decl r(x: number)\n.decl d = debug_delta(r)\n.output d\nr(1).\n",
    },
};
