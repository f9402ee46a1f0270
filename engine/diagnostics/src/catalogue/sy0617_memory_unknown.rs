use crate::{Entry, Example, Severity, Text};

/// The system does not tell how much memory is held.
pub static MEMORY_UNKNOWN: Entry = Entry {
    code: "SY0617",
    severity: Severity::Error,
    message: Text {
        en: "this system does not tell how much memory is held, so `--max-memory` cannot be kept",
        zh: "本系统不提供内存占用信息，无法遵守 `--max-memory`",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "leave `--max-memory` out and use `--max-facts`, or a limit of the system (`ulimit -v`)",
        zh: "请去掉 `--max-memory`，改用 `--max-facts` 或系统的限制（`ulimit -v`）",
    },
    explanation: Text {
        en: "A limit that is not kept is worse than none, because somebody relies on it.",
        zh: "写了却不起作用的上限比没有更糟，因为有人会依赖它。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl --max-memory 4G\n",
        right: "syllogist run model.dl --max-facts 100000000\n",
    },
};
