use crate::{Entry, Example, Severity, Text};

/// A rule prevails where nothing can conflict.
pub static PRECEDENCE_WITHOUT_CONFLICT: Entry = Entry {
    code: "SY0348",
    severity: Severity::Error,
    message: Text { en: "rule `{rule}` cannot prevail here: conclusions of its relation do not conflict", zh: "规则 `{rule}` 在此无从优先：其关系的结论不会相互冲突" },
    label: Text { en: "prevails over nothing", zh: "无可优先" },
    help: Text { en: "say at the relation which columns must agree: `@[conflict = case]`; a rule does not prevail over itself", zh: "请在关系声明上写明哪些列相同即构成冲突：`@[conflict = 案号]`；规则不能优先于自身" },
    explanation: Text { en: "Two conclusions conflict where they agree in the columns named by `@[conflict = ..]` of the relation and differ elsewhere. Without it every conclusion stands for itself.", zh: "结论在 `@[conflict = ..]` 所列各列上相同、其余不同的，相互冲突。没有这一声明，各结论互不影响。" },
    example: Example::Program {
        wrong: ".decl case(id: symbol)\n.input case\n.decl special(id: symbol)\n.input special\n.decl answer(id: symbol, what: symbol)\n.output answer\n@[name = general]\nanswer(c, \"a\") :- case(c).\n@[overrides = general]\nanswer(c, \"b\") :- special(c).\n",
        right: ".decl case(id: symbol)\n.input case\n.decl special(id: symbol)\n.input special\n@[conflict = id]\n.decl answer(id: symbol, what: symbol)\n.output answer\n@[name = general]\nanswer(c, \"a\") :- case(c).\n@[overrides = general]\nanswer(c, \"b\") :- special(c).\n",
    },
};
