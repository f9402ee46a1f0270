use crate::{Entry, Example, Severity, Text};

/// A file of a sealed run has another digest.
pub static SEALED_FILE_CHANGED: Entry = Entry {
    code: "SY0705",
    severity: Severity::Error,
    message: Text { en: "`{file}` was changed after the run was sealed: SHA-256 {found}, sealed as {sealed}", zh: "`{file}` 在封存后被改动：现 SHA-256 为 {found}，封存时为 {sealed}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "The manifest holds the SHA-256 of every file, as `sha256sum` shows it. One changed byte gives another digest.", zh: "清单载有每个文件的 SHA-256，与 `sha256sum` 所示相同。改动一个字节，摘要即不同。" },
    example: Example::Shown { wrong: "syllogist verify run\n", right: "$ sha256sum run/proof.json\n" },
};
