use crate::{Entry, Example, Severity, Text};

/// Two outputs of one run go to the same file.
pub static WRITTEN_TWICE: Entry = Entry {
    code: "SY0441",
    severity: Severity::Error,
    message: Text { en: "`{file}` is written twice in one run", zh: "同一次运行中 `{file}` 被写入两次" },
    label: Text { en: "", zh: "" },
    help: Text { en: "give each `.output` its own `filename`", zh: "请给每个 `.output` 各自的 `filename`" },
    explanation: Text {
        en: "The second would replace the first, and a reader would take one relation for the other.",
        zh: "后写的会取代先写的，读者就会把一个关系当成另一个。",
    },
    example: Example::Shown {
        wrong: ".output clue(filename=\"result.csv\")\n.output question(filename=\"result.csv\")\n",
        right: ".output clue(filename=\"clue.csv\")\n.output question(filename=\"question.csv\")\n",
    },
};
