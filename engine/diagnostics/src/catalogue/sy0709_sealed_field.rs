use crate::{Entry, Example, Severity, Text};

/// A field of a sealed run says nothing that could be.
pub static SEALED_FIELD: Entry = Entry {
    code: "SY0709",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run: `{field}` is missing, superfluous or says nothing that could be", zh: "封存运行的 `{file}`：`{field}` 缺失、多余或内容不可能成立" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "`docs/run-bundle.md` says of each field what it holds: counts add up, columns exist, values have their types, and what is listed once stands there once.", zh: "`docs/run-bundle.md` 规定了每个字段的内容：数目相加相符，列确实存在，值符合类型，只应出现一次的只出现一次。" },
    example: Example::Shown { wrong: "{\"clues\":\"many\"}\n", right: "{\"clues\":\"12\"}\n" },
};
