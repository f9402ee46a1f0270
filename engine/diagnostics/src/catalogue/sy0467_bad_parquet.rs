use crate::{Entry, Example, Severity, Text};

/// A file cannot be read as Parquet.
pub static BAD_PARQUET: Entry = Entry {
    code: "SY0467",
    severity: Severity::Error,
    message: Text { en: "`{file}` cannot be read as a Parquet file: {reason}", zh: "`{file}` 无法作为 Parquet 文件读取：{reason}" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "take the file from its source again; a folder of parts is named with a pattern: `filename=\"deals/*.parquet\"`", zh: "请从来源处重新取得该文件；由多个部分组成的目录用通配符写明：`filename=\"deals/*.parquet\"`" },
    explanation: Text { en: "A Parquet file says at its end where everything is; cut off, it says nothing. A file that cannot be read to its end gives no facts at all.", zh: "Parquet 文件在末尾记载各部分的位置；截断之后便无从得知。不能读到末尾的文件不产生任何事实。" },
    example: Example::Shown { wrong: "deals.parquet   // copied only in part\n", right: "deals.parquet   // whole\n" },
};
