use crate::{Entry, Example, Severity, Text};

/// Two fields of a record type or branch have one name.
pub static FIELD_DECLARED_TWICE: Entry = Entry {
    code: "SY0261",
    severity: Severity::Error,
    message: Text { en: "field `{name}` is declared twice", zh: "字段 `{name}` 声明了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "rename one of the fields", zh: "请给其中一个字段改名" },
    explanation: Text {
        en: "Fields are named in explanations and in JSON files. Two of one name could not be told apart.",
        zh: "解释文字和 JSON 文件都用字段名。同名的两个字段无法区分。",
    },
    example: Example::Program {
        wrong: ".type Party = [name: symbol, name: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n",
        right: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n",
    },
};
