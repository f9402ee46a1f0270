use crate::{Entry, Example, Severity, Text};

/// The sealed run is another one.
pub static SEALED_ROOT: Entry = Entry {
    code: "SY0710",
    severity: Severity::Error,
    message: Text { en: "the sealed run has the digest {found}, not {expected}", zh: "封存运行的摘要为 {found}，而非 {expected}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "compare with the digest that was printed when the run was sealed", zh: "请与封存时显示的摘要核对" },
    explanation: Text { en: "The digest of a run is the SHA-256 of its `manifest.json`, which lists the digests of all other files. Whoever can rewrite the whole folder can make another run that holds together; only a digest that was kept elsewhere tells the two apart.", zh: "运行的摘要是其 `manifest.json` 的 SHA-256，而清单又列有其余全部文件的摘要。能改写整个目录的人可以造出另一个自洽的运行，只有另行保存的摘要才能分辨。" },
    example: Example::Shown { wrong: "$ syllogist verify run --root 0000000000000000000000000000000000000000000000000000000000000000\n", right: "$ sha256sum run/manifest.json\n" },
};
