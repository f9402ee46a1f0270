use crate::{Entry, Example, Severity, Text};

/// A run that a given key did not sign.
pub static UNSIGNED: Entry = Entry {
    code: "SY0719",
    severity: Severity::Error,
    message: Text { en: "{name} has not signed this run (key {key})", zh: "{name}没有签署本次运行（密钥 {key}）" },
    label: Text { en: "", zh: "" },
    help: Text { en: "verify without this key, or ask for the signature", zh: "请去掉该密钥核验，或向其索取签名" },
    explanation: Text { en: "Each key given by `--key` has to have signed the run. Whose signatures there are is shown by `verify` without `--key`.", zh: "`--key` 给出的每把密钥都须签署过该运行。不加 `--key` 时，`verify` 会列出已有的签名。" },
    example: Example::Shown { wrong: "$ syllogist verify run --key other.public.json\n", right: "$ syllogist verify run --key me.public.json\n" },
};
