use crate::{Entry, Example, Severity, Text};

/// A signature of another run.
pub static SIGNATURE_OF_ANOTHER: Entry = Entry {
    code: "SY0718",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run signs another run: {signed}, but this is {root}", zh: "封存运行的 `{file}` 签署的是另一次运行：{signed}，而本次为 {root}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "put the signature back to its own run", zh: "请将签名放回它所属的运行" },
    explanation: Text { en: "A signature names the digest of the run that was signed. Copied into another folder it says nothing of the run there.", zh: "签名写明所签运行的摘要。把它复制到别的目录，并不能证明那里的运行。" },
    example: Example::Shown { wrong: "$ cp -r old/signatures new/\n", right: "$ syllogist sign new --key me.secret.json --on 2026-01-31\n" },
};
