use crate::{Entry, Example, Severity, Text};

/// `why` gives two values for one column.
pub static QUESTION_COLUMN_GIVEN_TWICE: Entry = Entry {
    code: "SY0624",
    severity: Severity::Error,
    message: Text { en: "column `{column}` is given twice", zh: "列 `{column}` 重复给出" },
    label: Text { en: "the second value", zh: "第二个值" },
    help: Text { en: "keep one of the two values", zh: "请只保留一个值" },
    explanation: Text { en: "A column of one fact holds one value.", zh: "一个事实的一列只有一个值。" },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'lease(id: \"L-1\", id: \"L-2\")'\n",
        right: "syllogist why model.dl 'lease(id: \"L-1\")'\n",
    },
};
