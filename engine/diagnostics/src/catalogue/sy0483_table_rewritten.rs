use crate::{Entry, Example, Severity, Text};

/// A table was emptied or written anew while the run read its database.
pub static TABLE_REWRITTEN: Entry = Entry {
    code: "SY0483",
    severity: Severity::Error,
    message: Text { en: "`{table}` of the database `{file}` was emptied or rebuilt while this run was reading", zh: "本次运行读取期间，数据库 `{file}` 的 `{table}` 被清空或重建" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "run it again once nobody truncates or alters the table; whoever fills it should use `DELETE` instead of `TRUNCATE`", zh: "请在无人清空或改动该表时重新运行；填表的一方应使用 `DELETE` 而不是 `TRUNCATE`" },
    explanation: Text { en: "All tables of a run are seen as they were at one moment, but `TRUNCATE` and some forms of `ALTER TABLE` leave nothing of the table for that moment: it would look empty, and every absence would hold. Everything was read twice from the beginning, where standard input allows it, and it happened again.", zh: "同一次运行看到的所有表都是同一时刻的状态，但 `TRUNCATE` 和某些 `ALTER TABLE` 不保留该时刻的内容：表会显得是空的，一切“不存在”都会成立。已从头读取两次（使用标准输入时除外），又遇到同样情况。" },
    example: Example::Shown { wrong: "-- while the run reads\nTRUNCATE deal;\nINSERT INTO deal SELECT * FROM incoming;\n", right: "BEGIN;\nDELETE FROM deal;\nINSERT INTO deal SELECT * FROM incoming;\nCOMMIT;\n" },
};
