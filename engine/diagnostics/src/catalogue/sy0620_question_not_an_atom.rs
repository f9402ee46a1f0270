use crate::{Entry, Example, Severity, Text};

/// What `why` is asked about is no fact.
pub static QUESTION_NOT_AN_ATOM: Entry = Entry {
    code: "SY0620",
    severity: Severity::Error,
    message: Text { en: "this is no fact to ask about", zh: "所问的不是一个事实" },
    label: Text { en: "not of the form `relation(value, ...)`", zh: "不是 `关系(值, ...)` 的形式" },
    help: Text {
        en: "write a relation with a value for each column, `_` for any value: `lease(\"L-1\", _)`; or the id of a clue",
        zh: "请写关系名和各列的值，任意值写 `_`，例如 `租约(\"L-1\", _)`；也可写线索号",
    },
    explanation: Text {
        en: "`why` explains facts: one relation, with a value or `_` for each column. Rules, negations and conditions are not facts.",
        zh: "`why` 解释的是事实：一个关系，各列写值或 `_`。规则、否定和条件不是事实。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'clue'\n",
        right: "syllogist why model.dl 'clue(_, _)'\n",
    },
};
