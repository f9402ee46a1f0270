use crate::{Entry, Example, Severity, Text};

/// A norm is marked as checked but quotes nothing that could be compared.
pub static NOTHING_QUOTED: Entry = Entry {
    code: "SY0275",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` is marked as checked but quotes nothing",
        zh: "`{name}` 标为已核对，却没有引文",
    },
    label: Text {
        en: "without `text`",
        zh: "没有 `text`",
    },
    help: Text {
        en: "quote a sentence of the article with `text:`, or leave `checked` out",
        zh: "请用 `text:` 引用条文中的一句，或删去 `checked`",
    },
    explanation: Text {
        en: "`checked` says that words were compared. Without words there is nothing that anybody could compare again.",
        zh: "`checked` 说的是文字经过比对。没有文字，也就没有可以复核的内容。",
    },
    example: Example::Shown {
        wrong: ".norm 民法典_725 { ... checked: d\"2026-11-01\" against \"...\" }\n",
        right: ".norm 民法典_725 { ... text: \"...\" checked: d\"2026-11-01\" against \"...\" }\n",
    },
};
