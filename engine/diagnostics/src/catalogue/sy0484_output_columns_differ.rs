use crate::{Entry, Example, Severity, Text};

/// A table that is to take facts has other columns than the relation.
pub static OUTPUT_COLUMNS_DIFFER: Entry = Entry {
    code: "SY0484",
    severity: Severity::Error,
    message: Text { en: "the table `{table}` of the database `{file}` does not have the columns of `{relation}`; missing: {missing}; not expected: {surplus}", zh: "数据库 `{file}` 的表 `{table}` 与关系 `{relation}` 的列不同；缺少：{missing}；多余：{surplus}" },
    label: Text { en: "it is written here", zh: "在此写入" },
    help: Text { en: "name another `table`, or remove this one: it is then made with the right columns", zh: "请改用其他 `table`，或删除此表，运行时会按正确的列新建" },
    explanation: Text { en: "A column of another type might round an amount or cut a text short without a word, and a column that the relation does not have would stay empty. So names and types must be the same; their order does not matter.", zh: "其他类型的列可能悄悄舍入金额或截断文本，关系中没有的列会空着。因此列名和类型必须相同，顺序不限。" },
    example: Example::Shown { wrong: "-- rounds amounts\nCREATE TABLE clue (no text, price numeric(10,2));\n", right: "CREATE TABLE clue (no text, price numeric);\n" },
};
