use crate::{Entry, Example, Severity, Text};

/// A second signature with the same key.
pub static SIGNED_ALREADY: Entry = Entry {
    code: "SY0721",
    severity: Severity::Error,
    message: Text { en: "{name} has signed this run already, on {on}", zh: "{name}已于 {on} 签署过本次运行" },
    label: Text { en: "", zh: "" },
    help: Text { en: "one signature of each key is enough", zh: "每把密钥签署一次即可" },
    explanation: Text { en: "A key signs a run once, so that no signature is ever replaced by a later one.", zh: "一把密钥对一次运行只签署一次，以免先前的签名被后来的取代。" },
    example: Example::Shown { wrong: "$ syllogist sign run --key me.secret.json --on 2026-02-01   (for the second time)\n", right: "$ syllogist verify run --key me.public.json\n" },
};
