use crate::{Entry, Example, Severity, Text};

/// A signature of a day on which the key does not hold.
pub static KEY_NOT_VALID: Entry = Entry {
    code: "SY0720",
    severity: Severity::Error,
    message: Text { en: "the key of {name} does not hold on {on}: it holds {valid}", zh: "{name}的密钥在 {on} 无效：有效期{valid}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "sign with a key that holds on that day", zh: "请使用当日有效的密钥签署" },
    explanation: Text { en: "A public key says from when until when it holds. A signature of another day counts for nothing. The day is the one that the signer stated.", zh: "公钥写明有效期。有效期以外的签名不作数。日期以签署人所写为准。" },
    example: Example::Shown { wrong: "$ syllogist sign run --key old.secret.json --on 2026-01-31\n", right: "$ syllogist sign run --key new.secret.json --on 2026-01-31\n" },
};
