use crate::{Entry, Example, Severity, Text};

/// `--level` was given with an answer that has no levels.
pub static LEVEL_WITHOUT_PROSE: Entry = Entry {
    code: "SY0645",
    severity: Severity::Error,
    message: Text { en: "`--level` says how much prose tells, and another form is asked for", zh: "`--level` 规定 `prose` 形式的详略，而此处要求的是其他形式" },
    label: Text { en: "", zh: "" },
    help: Text { en: "add `--format prose`, or leave `--level` out; `--depth` shortens the other forms", zh: "请加上 `--format prose`，或去掉 `--level`；其他形式可用 `--depth` 缩短" },
    explanation: Text {
        en: "Only prose comes at three levels. The other forms hold every step; an option without effect would let its reader believe that something was left out.",
        zh: "只有 `prose` 形式分三种详略，其他形式都列出每一步。选项若不起作用，读者会误以为有所省略。",
    },
    example: Example::Shown { wrong: "syllogist why model.dl 'clue(_)' --level sentence\n", right: "syllogist why model.dl 'clue(_)' --format prose --level sentence\n" },
};
