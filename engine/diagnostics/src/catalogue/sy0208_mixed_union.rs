use crate::{Entry, Example, Severity, Text};

/// A union joins types over different predefined types.
pub static MIXED_UNION: Entry = Entry {
    code: "SY0208",
    severity: Severity::Error,
    message: Text {
        en: "the union `{name}` mixes `{first_base}` and `{other_base}`",
        zh: "联合类型 `{name}` 混合了 `{first_base}` 和 `{other_base}`",
    },
    label: Text {
        en: "`{first}` is `{first_base}`, `{other}` is `{other_base}`",
        zh: "`{first}` 是 `{first_base}`，`{other}` 是 `{other_base}`",
    },
    help: Text {
        en: "join only types that rest on one predefined type",
        zh: "请只合并建立在同一个预定义类型上的类型",
    },
    explanation: Text {
        en: "All values of a column are of one kind, so that they can be compared and sorted. A union of \
             texts and numbers has no such order.",
        zh: "一列的值必须同属一类，才能比较和排序。文本与数字的并没有这样的次序。",
    },
    example: Example::Program {
        wrong: ".type Key = symbol | number\n.decl lease(id: Key)\n.output lease\nlease(\"L-1\").\n",
        right: ".type Old <: symbol\n.type Key = symbol | Old\n.decl lease(id: Key)\n.output lease\nlease(\"L-1\").\n",
    },
};
