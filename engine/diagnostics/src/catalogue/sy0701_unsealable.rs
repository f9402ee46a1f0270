use crate::{Entry, Example, Severity, Text};

/// The step checker rejects a derivation of the engine.
pub static UNSEALABLE: Entry = Entry {
    code: "SY0701",
    severity: Severity::Error,
    message: Text { en: "the run cannot be sealed: its proof does not pass the step checker: {reason}", zh: "运行无法封存：推导未通过逐步核验：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "this is a mistake of the engine: do not rely on the clues, and report it with the program", zh: "这是引擎的错误：请勿采信这些线索，并连同程序报告此问题" },
    explanation: Text { en: "Before anything is sealed, the step checker, which shares no code with the evaluator, looks at every step of the proof. What it asks of records and relations on the way is the evidence that goes into the sealed run. A step that does not follow means that evaluator and checker disagree about the rules.", zh: "封存之前，与求值器没有共用代码的逐步核验器检查推导的每一步；它在过程中所问的记录和关系，就是写入封存运行的证据。有一步得不出来，说明求值器与核验器对规则的理解不一致。" },
    example: Example::Shown { wrong: "$ syllogist run m.dl --seal sealed\n", right: "$ syllogist run m.dl --engine reference\n" },
};
