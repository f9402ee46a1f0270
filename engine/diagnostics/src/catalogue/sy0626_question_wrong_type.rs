use crate::{Entry, Example, Severity, Text};

/// A value of a question does not fit its column.
pub static QUESTION_WRONG_TYPE: Entry = Entry {
    code: "SY0626",
    severity: Severity::Error,
    message: Text {
        en: "column `{column}` of `{relation}` holds {type} values",
        zh: "`{relation}` 的列 `{column}` 是 {type} 类型",
    },
    label: Text { en: "this cannot be one", zh: "此值不属于该类型" },
    help: Text { en: "write {form}, or `_` for any value", zh: "请写成：{form}；任意值写 `_`" },
    explanation: Text {
        en: "A value of another type can never be in the column, so the answer would always be \"no\", for the wrong reason. Days must exist in the calendar.",
        zh: "其他类型的值不可能出现在该列，回答会永远是“不成立”，理由却不对。日期须是历法中存在的日子。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'lease(_, d\"2021-02-31\")'\n",
        right: "syllogist why model.dl 'lease(_, d\"2021-02-28\")'\n",
    },
};
