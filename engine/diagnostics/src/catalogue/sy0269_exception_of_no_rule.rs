use crate::{Entry, Example, Severity, Text};

/// An `.except` names a rule that does not exist.
pub static EXCEPTION_OF_NO_RULE: Entry = Entry {
    code: "SY0269",
    severity: Severity::Error,
    message: Text {
        en: "no rule is named `{name}`, so this exception has no effect",
        zh: "没有名为 `{name}` 的规则，此例外不起作用",
    },
    label: Text {
        en: "unknown rule",
        zh: "未知的规则",
    },
    help: Text {
        en: "give the rule a name with `@[name = {name}]`, or write the name of one: {near}",
        zh: "请用 `@[name = {name}]` 为规则命名，或写已有的规则名：{near}",
    },
    explanation: Text {
        en: "An exception from elsewhere narrows a rule by its name. With a misspelt name the rule would go on giving clues that the law excepts.",
        zh: "写在别处的例外凭规则名称起作用。名称写错，规则仍会得出法律已排除的线索。",
    },
    example: Example::Program {
        wrong: ".decl case(id: symbol)\n.input case\n.decl r(id: symbol)\n.output r\n@[name = rule_r]\nr(x) :- case(x).\n.decl out(id: symbol)\n.input out\n.except rule_s unless out(x)\n.printsize out\n",
        right: ".decl case(id: symbol)\n.input case\n.decl r(id: symbol)\n.output r\n@[name = rule_r]\nr(x) :- case(x).\n.decl out(id: symbol)\n.input out\n.except rule_r unless out(x)\n.printsize out\n.complete out\n",
    },
};
