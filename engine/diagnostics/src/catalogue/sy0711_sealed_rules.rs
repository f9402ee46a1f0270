use crate::{Entry, Example, Severity, Text};

/// The rules of a sealed run cannot be read.
pub static SEALED_RULES: Entry = Entry {
    code: "SY0711",
    severity: Severity::Error,
    message: Text { en: "the rules of the sealed run cannot be read by this version: {code}", zh: "本版本无法读取封存运行的规则：{code}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "verify it with the version of the engine that sealed it", zh: "请用封存时的引擎版本核验" },
    explanation: Text { en: "The rule files of a run are part of it, and a proof is held against their text. Here they have a mistake that kept the run from being made, or are of a version that reads rules otherwise.", zh: "规则文件是运行的组成部分，推导按其文本核验。此处的规则有错，本不可能据以运行，或者属于对规则另有读法的版本。" },
    example: Example::Shown { wrong: "syllogist verify run\n", right: "$ syllogist check run/rules/0.dl\n" },
};
