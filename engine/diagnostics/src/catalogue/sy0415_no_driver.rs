use crate::{Entry, Example, Severity, Text};

/// A table that cannot be read here.
pub static NO_DRIVER: Entry = Entry {
    code: "SY0415",
    severity: Severity::Error,
    message: Text { en: "tables of this kind cannot be read here", zh: "此处不能读取这类表" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "export the table as CSV; for database servers, build the command with them: `cargo build --release --features databases`", zh: "请把表导出为 CSV；如需读取数据库服务器，请构建带数据库支持的命令：`cargo build --release --features databases`" },
    explanation: Text { en: "Workbooks, Parquet files and database servers are read by the command `syllogist`. What speaks with database servers is large, so the command is built with it on request only: `cargo build --release --features databases`. A program that uses only the library brings its own drivers.", zh: "工作簿、Parquet 文件和数据库服务器由 `syllogist` 命令读取。与数据库服务器通信的部分体积较大，只在要求时构建：`cargo build --release --features databases`。只使用程序库的程序须自带驱动。" },
    example: Example::Shown { wrong: ".input deal(IO=parquet)   // in a program without drivers\n", right: ".input deal(filename=\"deal.csv\", rfc4180=true, headers=true)\n" },
};
