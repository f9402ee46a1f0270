use crate::{Entry, Example, Severity, Text};

/// A sealed run of another version.
pub static SEALED_SCHEMA: Entry = Entry {
    code: "SY0707",
    severity: Severity::Error,
    message: Text { en: "the sealed run has the schema `{schema}`, which this version does not know", zh: "封存运行的格式为 `{schema}`，本版本不认识" },
    label: Text { en: "", zh: "" },
    help: Text { en: "verify it with the version of the engine that sealed it, or a later one", zh: "请用封存时的引擎版本或更新的版本核验" },
    explanation: Text { en: "A manifest names its schema; this version knows `syllogist/run/1`. What a newer one says is not guessed at.", zh: "清单写明其格式；本版本认识 `syllogist/run/1`。更新的格式不作猜测。" },
    example: Example::Shown { wrong: "{\"schema\":\"syllogist/run/9\"}\n", right: "{\"schema\":\"syllogist/run/1\"}\n" },
};
