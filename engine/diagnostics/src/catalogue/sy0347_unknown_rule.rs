use crate::{Entry, Example, Severity, Text};

/// A rule is named that the relation does not have.
pub static UNKNOWN_RULE: Entry = Entry {
    code: "SY0347",
    severity: Severity::Error,
    message: Text { en: "no rule of the same relation is called `{name}`", zh: "同一关系中没有名为 `{name}` 的规则" },
    label: Text { en: "unknown rule", zh: "未知的规则" },
    help: Text { en: "write the `@[name = ..]` of a rule of the same relation: {near}", zh: "请写同一关系中某条规则的 `@[name = ..]`：{near}" },
    explanation: Text { en: "A rule prevails over another one by its name. A misspelt name would leave both conclusions standing.", zh: "规则凭名称优先于另一规则。名称写错，两个结论就会并存。" },
    example: Example::Program {
        wrong: ".decl case(id: symbol)\n.input case\n.decl special(id: symbol)\n.input special\n@[conflict = id]\n.decl answer(id: symbol, what: symbol)\n.output answer\n@[name = general]\nanswer(c, \"a\") :- case(c).\n@[overrides = generl]\nanswer(c, \"b\") :- special(c).\n",
        right: ".decl case(id: symbol)\n.input case\n.decl special(id: symbol)\n.input special\n@[conflict = id]\n.decl answer(id: symbol, what: symbol)\n.output answer\n@[name = general]\nanswer(c, \"a\") :- case(c).\n@[overrides = general]\nanswer(c, \"b\") :- special(c).\n",
    },
};
