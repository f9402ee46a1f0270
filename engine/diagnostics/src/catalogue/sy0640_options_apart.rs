use crate::{Entry, Example, Severity, Text};

/// Two options ask for different things.
pub static OPTIONS_APART: Entry = Entry {
    code: "SY0640",
    severity: Severity::Error,
    message: Text { en: "`{option}` and `{other}` cannot both be given", zh: "`{option}` 与 `{other}` 不能同时给出" },
    label: Text { en: "", zh: "" },
    help: Text { en: "keep the one whose answer you want; ask twice for both", zh: "请保留需要的一个；两者都要，请分别提问" },
    explanation: Text {
        en: "Each of them asks for another kind of answer, and one command gives one.",
        zh: "二者要求不同的回答，而一条命令只作一个回答。",
    },
    example: Example::Shown { wrong: "syllogist why model.dl 'clue(_)' --all --witnesses\n", right: "syllogist why model.dl 'clue(_)' --witnesses\n" },
};
