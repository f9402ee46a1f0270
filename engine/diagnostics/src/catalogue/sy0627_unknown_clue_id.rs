use crate::{Entry, Example, Severity, Text};

/// No clue of the run has the id asked about.
pub static UNKNOWN_CLUE_ID: Entry = Entry {
    code: "SY0627",
    severity: Severity::Error,
    message: Text { en: "no clue of this run has the id {id}", zh: "本次运行没有编号为 {id} 的线索" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "compare the id with the output of `syllogist run`, and check that rules and records are the ones of that run",
        zh: "请与 `syllogist run` 的输出核对编号，并确认规则和记录与当时相同",
    },
    explanation: Text {
        en: "The id of a clue is computed from model, relation and values. With other records or other rules the clue may not hold any more; ask for it as a fact to see why.",
        zh: "线索号由模型、关系和值算出。记录或规则变了，线索可能不再成立；把它作为事实来问，可以看到原因。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl 0000000000000000\n",
        right: "syllogist why model.dl 94fb58ffbb588bc6\n",
    },
};
