use crate::{Entry, Example, Severity, Text};

/// The project file shows a relation that is not declared.
pub static UNKNOWN_SHOWN_RELATION: Entry = Entry {
    code: "SY0614",
    severity: Severity::Error,
    message: Text { en: "`{name}` in `show` is not declared", zh: "`show` 中的 `{name}` 没有声明" },
    label: Text { en: "no relation has this name{near}", zh: "没有这个名称的关系{near}" },
    help: Text {
        en: "correct the name, or declare the relation in the rules", zh: "请改正名称，或在规则中声明该关系"
    },
    explanation: Text {
        en: "A table that is missing because its name is misspelt looks like a table without rows.",
        zh: "表因名称写错而缺失，看起来就像没有任何线索。",
    },
    example: Example::Shown { wrong: "show = [\"clu\"]\n", right: "show = [\"clue\"]\n" },
};
