use crate::{Entry, Example, Severity, Text};

/// Something the command needs is not given.
pub static MISSING_ARGUMENT: Entry = Entry {
    code: "SY0602",
    severity: Severity::Error,
    message: Text { en: "{what} is missing", zh: "缺少：{what}" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "add it; `syllogist --help` shows what each command takes",
        zh: "请补上；`syllogist --help` 列出各命令所需的内容",
    },
    explanation: Text {
        en: "Each command names what it works on: `run` and `why` a rule file or a project, `why` also the fact asked about, `explain` a code.",
        zh: "每个命令都要写明对象：`run` 和 `why` 需要规则文件或项目，`why` 还需要所问的事实，`explain` 需要代码。",
    },
    example: Example::Shown {
        wrong: "syllogist why examples/long_lease_auction\n",
        right: "syllogist why examples/long_lease_auction 94fb58ffbb588bc6\n",
    },
};
