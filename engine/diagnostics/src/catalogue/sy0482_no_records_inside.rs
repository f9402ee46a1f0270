use crate::{Entry, Example, Severity, Text};

/// A file without records.
pub static NO_RECORDS_INSIDE: Entry = Entry {
    code: "SY0482",
    severity: Severity::Error,
    message: Text { en: "`{file}` holds no records", zh: "`{file}` 中没有记录" },
    label: Text { en: "looked into here", zh: "在此查看" },
    help: Text { en: "ask for the file again; nothing can be said of its columns", zh: "请重新取得该文件；目前无法判断其各列" },
    explanation: Text {
        en: "`syllogist inspect` guesses columns and types from the records that a file holds. An empty file, a list without elements and a table without columns say nothing about them.",
        zh: "`syllogist inspect` 根据文件所含记录推测各列及类型。空文件、没有元素的列表、没有列的表都无从推测。",
    },
    example: Example::Shown { wrong: "syllogist inspect empty.csv\n", right: "syllogist inspect deals.csv\n" },
};
