use crate::{Entry, Example, Severity, Text};

/// A record or branch has not as many arguments as fields.
pub static FIELD_COUNT: Entry = Entry {
    code: "SY0265",
    severity: Severity::Error,
    message: Text {
        en: "wrong number of fields for `{name}`: {found} instead of {expected}",
        zh: "`{name}` 的字段数不对：应为 {expected}，实为 {found}",
    },
    label: Text { en: "{found} given", zh: "给出 {found} 个" },
    help: Text { en: "write one term for each field", zh: "请给每个字段写一项" },
    explanation: Text {
        en: "Fields are told apart by their places alone. In a body, `_` stands for a field that does not matter.",
        zh: "字段仅凭位置区分。在规则体中，无关的字段写 `_`。",
    },
    example: Example::Program {
        wrong: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\"]).\n",
        right: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n",
    },
};
