use crate::{Entry, Example, Severity, Text};

/// A file where a key should be written.
pub static KEY_TAKEN: Entry = Entry {
    code: "SY0722",
    severity: Severity::Error,
    message: Text { en: "`{file}` is there already", zh: "`{file}` 已经存在" },
    label: Text { en: "", zh: "" },
    help: Text { en: "choose another name: keys are never written over", zh: "请另取名称：密钥从不覆盖" },
    explanation: Text { en: "A secret key that is lost can never be made again, so `keygen` replaces no file.", zh: "私钥一旦丢失便无法再造，因此 `keygen` 不覆盖任何文件。" },
    example: Example::Shown { wrong: "$ syllogist keygen me --name A   (for the second time)\n", right: "$ syllogist keygen me-2 --name A\n" },
};
