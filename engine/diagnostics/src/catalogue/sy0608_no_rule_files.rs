use crate::{Entry, Example, Severity, Text};

/// A folder to be checked holds no rules.
pub static NO_RULE_FILES: Entry = Entry {
    code: "SY0608",
    severity: Severity::Error,
    message: Text { en: "there are no rule files below `{path}`", zh: "`{path}` 之下没有规则文件" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name a folder that holds `.dl` files or projects", zh: "请指明含有 `.dl` 文件或项目的目录"
    },
    explanation: Text {
        en: "A check of nothing would look like a check that found nothing.",
        zh: "什么都没有检查，看起来会像检查过而没有问题。",
    },
    example: Example::Shown { wrong: "syllogist check docs\n", right: "syllogist check rules\n" },
};
