use crate::{Entry, Example, Severity, Text};

/// Some of many questions have no fact that fits.
pub static QUESTIONS_IN_VAIN: Entry = Entry {
    code: "SY0647",
    severity: Severity::Error,
    message: Text {
        en: "{count} of {all} questions have no fact that fits; the first is `{fact}`",
        zh: "{all} 个问题中有 {count} 个没有相符的事实，第一个是 `{fact}`",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "ask about it alone: `syllogist why PROGRAM FACT` says which premise fails",
        zh: "请单独询问：`syllogist why PROGRAM FACT` 会说明哪个前提不成立",
    },
    explanation: Text {
        en: "The answers to all other questions have been written. What does not hold is explained one fact at a time.",
        zh: "其余问题的回答已经写出。不成立的事实需逐个询问，才会说明原因。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl --questions asked.txt\n",
        right: "syllogist why model.dl 'long_lease(\"L-2\", \"P-2\")'\n",
    },
};
