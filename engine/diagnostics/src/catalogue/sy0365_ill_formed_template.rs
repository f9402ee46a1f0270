use crate::{Entry, Example, Severity, Text};

/// The value of a template annotation is none.
pub static ILL_FORMED_TEMPLATE: Entry = Entry {
    code: "SY0365",
    severity: Severity::Error,
    message: Text { en: "the value of `{key}` is no template", zh: "`{key}` 的值不是模板" },
    label: Text { en: "not a template", zh: "不是模板" },
    help: Text { en: "write a string in quotation marks in which braces enclose names; a brace itself is written twice", zh: "请写引号括起的字符串，其中用花括号括起名称；花括号本身写两次" },
    explanation: Text {
        en: "A template is one sentence in quotation marks, without its full stop. Names of columns, or of a rule's variables, stand between braces; two braces stand for one.",
        zh: "模板是引号中的一句话，句末不写句号。列名或规则的变量名写在花括号里；连写两个花括号表示一个花括号本身。",
    },
    example: Example::Program {
        wrong: "@[zh = \"租约{id的租金\", en = \"the rent of lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"租约{id}的租金\", en = \"the rent of lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
