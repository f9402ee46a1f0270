use crate::{Entry, Example, Severity, Text};

/// A reserved word where a name is expected.
pub static RESERVED_WORD: Entry = Entry {
    code: "SY0110",
    severity: Severity::Error,
    message: Text {
        en: "`{word}` is a reserved word and cannot be a name", zh: "`{word}` 是保留字，不能用作名称"
    },
    label: Text { en: "name expected", zh: "此处应为名称" },
    help: Text { en: "choose another name, for instance `{word}_`", zh: "请换一个名称，例如 `{word}_`" },
    explanation: Text {
        en: "Words such as `count`, `match` or `output` have a fixed meaning. Relations, columns, types and \
             variables need names of their own.",
        zh: "`count`、`match`、`output` 等词有固定含义。关系、列、类型和变量要另取名称。",
    },
    example: Example::Program {
        wrong: ".decl lease(count: number)\n.output lease\nlease(3).\n",
        right: ".decl lease(number_of_rooms: number)\n.output lease\nlease(3).\n",
    },
};
