use crate::{Entry, Example, Severity, Text};

/// A signature that the key did not make.
pub static SIGNATURE_BROKEN: Entry = Entry {
    code: "SY0717",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run was not signed with the key of {name}", zh: "封存运行的 `{file}` 不是用{name}的密钥签署的" },
    label: Text { en: "", zh: "" },
    help: Text { en: "do not rely on this signature: it was changed, or made with another key", zh: "请勿采信该签名：它被改动过，或出自别的密钥" },
    explanation: Text { en: "A signature fits one statement and one key. If a byte of either differs, somebody else made it, or changed what was signed.", zh: "签名只与一份声明、一把密钥相符。任何一个字节不同，便是他人所签，或所签内容被改动。" },
    example: Example::Shown { wrong: "$ syllogist verify run --key me.public.json   (after a change of signatures/..)\n", right: "$ syllogist verify run --key me.public.json   (as it was signed)\n" },
};
