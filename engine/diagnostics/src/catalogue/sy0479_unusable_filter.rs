use crate::{Entry, Example, Severity, Text};

/// A condition does not fit the table.
pub static UNUSABLE_FILTER: Entry = Entry {
    code: "SY0479",
    severity: Severity::Error,
    message: Text { en: "`where` cannot compare the column `{column}` of `{table}`: {reason}", zh: "`where` 无法比较 `{table}` 的列 `{column}`：{reason}" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "compare one of {columns} with a value of its type", zh: "请用以下列与其类型的值比较：{columns}" },
    explanation: Text { en: "The server chooses rows by these conditions. Were a comparison without meaning passed on, a server might choose none or all of them in silence.", zh: "服务器按这些条件选择记录。如果把没有意义的比较交给服务器，它可能不声不响地一条不选或全部选中。" },
    example: Example::Shown { wrong: ".input deal(IO=database, connection=\"land\", table=\"deal\", where=\"prise >= 100\")\n", right: ".input deal(IO=database, connection=\"land\", table=\"deal\", where=\"price >= 100\")\n" },
};
