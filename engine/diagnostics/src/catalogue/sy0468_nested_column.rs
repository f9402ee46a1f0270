use crate::{Entry, Example, Severity, Text};

/// A mapped column of a Parquet file holds more than one value in a row.
pub static NESTED_COLUMN: Entry = Entry {
    code: "SY0468",
    severity: Severity::Error,
    message: Text { en: "the columns {columns} of `{file}` hold lists, maps or groups, which give no value", zh: "`{file}` 的列 {columns} 是列表、映射或组，不能给出值" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "write the parts as columns of their own (`explode` and `col.field` in Spark), or map other columns", zh: "请把各部分写成单独的列（Spark 中用 `explode` 和 `col.field`），或映射其他列" },
    explanation: Text { en: "A column of a relation takes one value from each record. What stands for a list, its first element or all of them, somebody has to decide.", zh: "关系的一列从每条记录取一个值。列表应取第一个元素还是全部元素，须由人决定。" },
    example: Example::Shown { wrong: "parties: list of texts\n", right: "party: text, a row for each\n" },
};
