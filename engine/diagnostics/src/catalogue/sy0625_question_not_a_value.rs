use crate::{Entry, Example, Severity, Text};

/// An argument of a question is no value.
pub static QUESTION_NOT_A_VALUE: Entry = Entry {
    code: "SY0625",
    severity: Severity::Error,
    message: Text { en: "this is no value", zh: "这不是一个值" },
    label: Text { en: "a value or `_` belongs here", zh: "此处应为值或 `_`" },
    help: Text {
        en: "put texts in double quotes (`\"L-1\"`), write dates as `d\"2021-01-05\"`, and `_` for any value",
        zh: "文字请加半角双引号（`\"L-1\"`），日期写作 `d\"2021-01-05\"`，任意值写 `_`",
    },
    explanation: Text {
        en: "`why` looks for facts that hold these values. A bare word would be a variable in a rule, and a computation would have to be carried out first; neither is a value.",
        zh: "`why` 查找含有这些值的事实。裸写的词在规则中是变量，算式须先计算，都不是值。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'lease(L-1)'\n",
        right: "syllogist why model.dl 'lease(\"L-1\")'\n",
    },
};
