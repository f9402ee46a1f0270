use crate::{Entry, Example, Severity, Text};

/// No file has a name of this pattern.
pub static NO_FILE_FITS: Entry = Entry {
    code: "SY0414",
    severity: Severity::Error,
    message: Text { en: "no file fits `{file}`", zh: "没有与 `{file}` 相符的文件" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "check the pattern and the folder of the records (`-F`); `*` stands for any characters, `?` for one", zh: "请检查该模式和记录文件夹（`-F`）；`*` 代表任意字符，`?` 代表一个字符" },
    explanation: Text { en: "A pattern that fits nothing reads no records, and a rule over no records finds nothing. Nobody should take that for an answer.", zh: "没有文件相符就没有记录，规则也就一无所获，不能把这当作答案。" },
    example: Example::Shown { wrong: ".input deal(filename=\"deals-2023-*.csv\")   // there are only deals_2023_01.csv ..\n", right: ".input deal(filename=\"deals_2023_*.csv\")\n" },
};
