use crate::{Entry, Example, Severity, Text};

/// An option is given twice.
pub static REPEATED_ARGUMENT: Entry = Entry {
    code: "SY0604",
    severity: Severity::Error,
    message: Text { en: "`{option}` is given more than once", zh: "`{option}` 重复给出" },
    label: Text { en: "", zh: "" },
    help: Text { en: "keep one of them", zh: "请只保留一个" },
    explanation: Text {
        en: "Of two values for one option only one could count, and which one would be a guess. `-I` alone may be repeated.",
        zh: "同一选项的两个值只能有一个生效，取哪一个只能靠猜。只有 `-I` 可以重复。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl -F facts -F other\n",
        right: "syllogist run model.dl -F facts\n",
    },
};
