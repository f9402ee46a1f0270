use crate::{Entry, Example, Severity, Text};

/// A file without the table or sheet that `inspect` is asked for.
pub static NO_SUCH_PART: Entry = Entry {
    code: "SY0481",
    severity: Severity::Error,
    message: Text { en: "`{file}` has no table `{part}`", zh: "`{file}` 中没有表 `{part}`" },
    label: Text { en: "looked for here", zh: "在此查找" },
    help: Text { en: "the file has {parts}; write one of them behind `--table`", zh: "文件中有：{parts}；请在 `--table` 之后写其中之一" },
    explanation: Text {
        en: "A database holds several tables and views, and their names are compared letter by letter. Without `--table` the first one is looked into; a database without any has nothing to show.",
        zh: "数据库含有若干表和视图，名称逐字比较。不加 `--table` 则查看第一个；没有任何表的数据库无可查看。",
    },
    example: Example::Shown { wrong: "syllogist inspect court.sqlite --table Lease\n", right: "syllogist inspect court.sqlite --table lease\n" },
};
