use crate::{Entry, Example, Severity, Text};

/// A file of a sealed run is no canonical JSON.
pub static SEALED_MALFORMED: Entry = Entry {
    code: "SY0706",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run cannot be read as it has to be written: {reason}", zh: "封存运行的 `{file}` 不符合规定的写法：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "Manifest, clues and evidence are canonical JSON (RFC 8785): without blanks, keys in order and none twice. One value has one text then, and nobody can read the same file in two ways.", zh: "清单、线索和证据均为规范 JSON（RFC 8785）：不含空白，键按次序排列且不重复。如此一个值只有一种写法，同一文件不会有两种读法。" },
    example: Example::Shown { wrong: "{\"b\": 1, \"a\": 2}\n", right: "{\"a\":2,\"b\":1}\n" },
};
