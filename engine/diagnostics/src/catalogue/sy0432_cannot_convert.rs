use crate::{Entry, Example, Severity, Text};

/// A cell is not what its conversion converts.
pub static CANNOT_CONVERT: Entry = Entry {
    code: "SY0432",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}, column `{column}`: `{text}` cannot be converted as `{conversion}`", zh: "`{file}` {at}，列 `{column}`：`{text}` 不能按 `{conversion}` 转换" },
    label: Text { en: "", zh: "" },
    help: Text { en: "{form}; or collect such rows with `--rejects FILE`", zh: "{form}；或用 `--rejects FILE` 收集这样的行" },
    explanation: Text { en: "A conversion reads only what it cannot misread. What is written otherwise is rejected with its place, never guessed at and never dropped.", zh: "转换只读取不会误读的写法。其他写法连同位置一并拒收，不猜测，也不丢弃。" },
    example: Example::Shown { wrong: ".input deal(.., map=\"day = 日期 as date\")\n\n日期\n5月1日\n", right: "日期\n2023年5月1日\n" },
};
