use crate::{Entry, Example, Severity, Text};

/// A clue of a sealed run without a proof of its own.
pub static SEALED_UNPROVEN: Entry = Entry {
    code: "SY0713",
    severity: Severity::Error,
    message: Text { en: "clue {id} of the sealed run and the proof do not belong together", zh: "封存运行的线索 {id} 与推导不相符" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "Every clue that is listed is one that the proof concludes, with the same values, grade and id, and every conclusion of the proof is listed. The id follows from the values (`docs/clue-id.md`).", zh: "列出的每条线索都由推导得出，其值、等级和编号一致；推导的每个结论也都列出。编号由值算出（`docs/clue-id.md`）。" },
    example: Example::Shown { wrong: "syllogist verify run\n", right: "$ syllogist run m.dl --seal run\n$ syllogist verify run\n" },
};
