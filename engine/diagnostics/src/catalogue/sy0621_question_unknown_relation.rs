use crate::{Entry, Example, Severity, Text};

/// `why` is asked about a relation that is not declared.
pub static QUESTION_UNKNOWN_RELATION: Entry = Entry {
    code: "SY0621",
    severity: Severity::Error,
    message: Text {
        en: "relation `{name}` is not declared in this program", zh: "本程序没有声明关系 `{name}`"
    },
    label: Text { en: "no such relation{near}", zh: "没有这个关系{near}" },
    help: Text {
        en: "correct the name; `.decl` in the rules shows how it is written",
        zh: "请改正名称；规则中的 `.decl` 写有准确名称",
    },
    explanation: Text {
        en: "A fact of an unknown relation neither holds nor fails to hold; answering \"no\" would hide a spelling mistake.",
        zh: "未知关系的事实无所谓成立与否；若回答“不成立”，便掩盖了拼写错误。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'leese(_)'\n",
        right: "syllogist why model.dl 'lease(_)'\n",
    },
};
