use crate::{Entry, Example, Severity, Text};

/// A digest of a run that is none.
pub static BAD_ROOT: Entry = Entry {
    code: "SY0715",
    severity: Severity::Error,
    message: Text { en: "`{text}` is no digest: 64 hexadecimal digits are expected", zh: "`{text}` 不是摘要：应为 64 位十六进制数字" },
    label: Text { en: "", zh: "" },
    help: Text { en: "copy it as `run --seal` printed it", zh: "请照抄 `run --seal` 所显示的摘要" },
    explanation: Text { en: "`--root` takes the digest of a run as `run --seal` prints it and `sha256sum run/manifest.json` shows it.", zh: "`--root` 接受 `run --seal` 所显示的运行摘要，与 `sha256sum run/manifest.json` 相同。" },
    example: Example::Shown { wrong: "$ syllogist verify run --root 12ab\n", right: "$ syllogist verify run --root \"$(sha256sum run/manifest.json | cut -c -64)\"\n" },
};
