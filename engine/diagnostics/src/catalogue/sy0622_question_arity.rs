use crate::{Entry, Example, Severity, Text};

/// `why` is asked about a fact with too many or too few values.
pub static QUESTION_ARITY: Entry = Entry {
    code: "SY0622",
    severity: Severity::Error,
    message: Text {
        en: "wrong number of values for `{relation}`: {found} instead of {expected}",
        zh: "`{relation}` 的值的个数有误：应为 {expected} 个，给出 {found} 个",
    },
    label: Text { en: "its columns: {columns}", zh: "各列为：{columns}" },
    help: Text {
        en: "give one value for each column, `_` for any value, or name the columns: `lease(id: \"L-1\")`",
        zh: "请为每列写一个值，任意值写 `_`；或写明列名，例如 `租约(编号: \"L-1\")`",
    },
    explanation: Text {
        en: "Values are matched with columns by their position, so each column needs one. With named columns the others may hold anything.",
        zh: "值按位置与列对应，因此每列都要有一个。写明列名时，其余各列可为任意值。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'lease(\"L-1\")'\n",
        right: "syllogist why model.dl 'lease(\"L-1\", _, _)'\n",
    },
};
