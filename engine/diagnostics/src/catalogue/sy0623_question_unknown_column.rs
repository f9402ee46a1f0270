use crate::{Entry, Example, Severity, Text};

/// `why` names a column the relation does not have.
pub static QUESTION_UNKNOWN_COLUMN: Entry = Entry {
    code: "SY0623",
    severity: Severity::Error,
    message: Text { en: "`{relation}` has no column `{column}`", zh: "`{relation}` 没有名为 `{column}` 的列" },
    label: Text { en: "no such column{near}", zh: "没有这一列{near}" },
    help: Text { en: "use one of its columns: {columns}", zh: "可用的列有：{columns}" },
    explanation: Text {
        en: "Named values go to the columns of these names; a column that does not exist cannot hold any.",
        zh: "写明列名的值归入同名的列；不存在的列不能有值。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 'lease(ident: \"L-1\")'\n",
        right: "syllogist why model.dl 'lease(id: \"L-1\")'\n",
    },
};
