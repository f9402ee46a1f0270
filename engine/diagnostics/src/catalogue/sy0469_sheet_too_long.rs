use crate::{Entry, Example, Severity, Text};

/// A relation has more facts than a sheet has rows.
pub static SHEET_TOO_LONG: Entry = Entry {
    code: "SY0469",
    severity: Severity::Error,
    message: Text { en: "`{relation}` has {count} facts, and a sheet holds {limit}", zh: "`{relation}` 有 {count} 条事实，而一个工作表只能容纳 {limit} 条" },
    label: Text { en: "written here", zh: "在此写出" },
    help: Text { en: "write it as CSV or Parquet, or write a narrower relation", zh: "请写成 CSV 或 Parquet，或只写出范围较小的关系" },
    explanation: Text { en: "Sheets have 1,048,576 rows, one of them for the names of the columns. The rest would be missing without anybody seeing it.", zh: "工作表有 1,048,576 行，其中一行用于列名。其余的事实会在无人察觉的情况下缺失。" },
    example: Example::Shown { wrong: ".output path(IO=excel)\n", right: ".output path(IO=parquet)\n" },
};
