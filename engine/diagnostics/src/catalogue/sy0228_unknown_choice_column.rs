use crate::{Entry, Example, Severity, Text};

/// A key of a `choice-domain` names no column.
pub static UNKNOWN_CHOICE_COLUMN: Entry = Entry {
    code: "SY0228",
    severity: Severity::Error,
    message: Text { en: "there is no column `{name}` to choose by", zh: "没有可作为选择键的列 `{name}`" },
    label: Text { en: "no column of this relation", zh: "不是该关系的列" },
    help: Text { en: "write a column of the relation: {known}", zh: "请写该关系的列：{known}" },
    explanation: Text {
        en: "Of the tuples that agree in the columns of a key, `choice-domain` keeps the first. A key is one column, or several in parentheses.",
        zh: "在键的各列上取值相同的元组中，`choice-domain` 只保留第一个。键是一列，或括号中的若干列。",
    },
    example: Example::Program {
        wrong: ".decl court(case: symbol, name: symbol) choice-domain casse\n.output court\ncourt(\"C-1\", \"A\").\n",
        right: ".decl court(case: symbol, name: symbol) choice-domain case\n.output court\ncourt(\"C-1\", \"A\").\n",
    },
};
