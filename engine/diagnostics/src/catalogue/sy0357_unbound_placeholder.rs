use crate::{Entry, Example, Severity, Text};

/// A placeholder of a template stands for nothing.
pub static UNBOUND_PLACEHOLDER: Entry = Entry {
    code: "SY0357",
    severity: Severity::Error,
    message: Text { en: "no value stands behind the placeholder `{name}`", zh: "占位符 `{name}` 没有对应的值" },
    label: Text { en: "not bound", zh: "没有对应的值" },
    help: Text { en: "write one of {near}; a brace itself is written twice", zh: "请写 {near} 之一；花括号本身写两次" },
    explanation: Text {
        en: "In the template of a relation the names between braces are its columns, in that of a rule the variables that have a value wherever the rule concludes: not those of one alternative only, and not those inside an aggregate. The counted form knows `count` besides. A sentence with a gap would reach somebody who has to answer for it.",
        zh: "在关系的模板中，花括号里写列名；在规则的模板中，写规则得出结论时必有值的变量，只在一种情形中出现的、聚合内部的都不行。计数形式还可以写 `count`。留有空白的句子会送到要为它负责的人手里。",
    },
    example: Example::Program {
        wrong: "@[zh = \"租约{id}的租金为{rnt}\", en = \"the rent of lease {id} is {rnt}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"租约{id}的租金为{rent}\", en = \"the rent of lease {id} is {rent}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
