use crate::{Entry, Example, Severity, Text};

/// No fact comes from the row named.
pub static NO_RECORD_THERE: Entry = Entry {
    code: "SY0642",
    severity: Severity::Error,
    message: Text { en: "no fact comes from row {row} of `{file}`", zh: "`{file}` 第 {row} 行没有产生任何事实" },
    label: Text { en: "", zh: "" },
    help: Text { en: "give the row as a spreadsheet shows it, the header being row 1; for a table of a database `FILE:TABLE:ROWID`", zh: "请按电子表格显示的行号给出（表头为第 1 行）；数据库的表写作 `FILE:TABLE:ROWID`" },
    explanation: Text {
        en: "The row is beyond the end of the file, is the header, is blank, or was rejected. `run` tells how many rows of each file were read.",
        zh: "该行超出文件末尾，或是表头、空行，或已被拒收。`run` 会说明每个文件读取了多少行。",
    },
    example: Example::Shown { wrong: "syllogist impact model.dl --record lease.csv:1\n", right: "syllogist impact model.dl --record lease.csv:2\n" },
};
