use crate::{Entry, Example, Severity, Text};

/// The step checker rejects the proof of a sealed run.
pub static SEALED_PROOF: Entry = Entry {
    code: "SY0712",
    severity: Severity::Error,
    message: Text { en: "the proof of the sealed run does not hold: {reason}", zh: "封存运行的推导不成立：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "do not rely on its clues; ask whoever handed it over", zh: "请勿采信其中的线索，并向移交者查问" },
    explanation: Text { en: "Every step is matched with the rule that it names: values are put into the text of the rule, computations are done again, each record and each absence is looked up in the evidence. A step that does not follow makes the whole proof invalid.", zh: "每一步都与其所称的规则对照：把值代入规则文本，重新计算，并在证据中查找每条记录和每处“查无”。有一步得不出来，整个推导即不成立。" },
    example: Example::Shown { wrong: "syllogist verify run\n", right: "$ syllogist run m.dl --seal run\n$ syllogist verify run\n" },
};
