use crate::{Entry, Example, Severity, Text};

/// Records or branches are compared by order.
pub static ORDER_OF_COMPOSITES: Entry = Entry {
    code: "SY0351",
    severity: Severity::Error,
    message: Text { en: "`{op}` does not compare values of `{type}`", zh: "`{op}` 不能比较 `{type}` 的值" },
    label: Text { en: "a `{type}`", zh: "`{type}` 类型的值" },
    help: Text { en: "compare with `=` or `!=`, or compare their fields", zh: "请用 `=` 或 `!=` 比较，或比较它们的字段" },
    explanation: Text {
        en: "Records and branches are equal where all their fields are. Which of two is the greater one, no rule of the language says.",
        zh: "各字段都相等时，记录或分支的值相等。至于孰大孰小，语言没有规定。",
    },
    example: Example::Program {
        wrong: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n.decl before(a: symbol)\n.output before\nbefore(x) :- lease(x, s), lease(_, t), s < t.\n",
        right: ".type Party = [name: symbol, kind: symbol]\n.decl lease(id: symbol, tenant: Party)\n.output lease\nlease(\"L-1\", [\"Li\", \"person\"]).\n.decl before(a: symbol)\n.output before\nbefore(x) :- lease(x, [s, _]), lease(_, [t, _]), s < t.\n",
    },
};
