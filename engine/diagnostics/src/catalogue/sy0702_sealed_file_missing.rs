use crate::{Entry, Example, Severity, Text};

/// A file of a sealed run is not there.
pub static SEALED_FILE_MISSING: Entry = Entry {
    code: "SY0702",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run is missing", zh: "封存的运行缺少 `{file}`" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "A sealed run is a folder whose `manifest.json` lists all other files with their digests. All of them have to be there.", zh: "封存的运行是一个目录，其 `manifest.json` 列出其余全部文件及其摘要。缺一不可。" },
    example: Example::Shown { wrong: "syllogist verify run\n", right: "$ ls run\nclues.jsonl  evidence.jsonl  manifest.json  proof.json  rules\n" },
};
