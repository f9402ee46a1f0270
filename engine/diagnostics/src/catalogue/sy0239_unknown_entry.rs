use crate::{Entry, Example, Severity, Text};

/// An entry of a block has a key that means nothing.
pub static UNKNOWN_ENTRY: Entry = Entry {
    code: "SY0239",
    severity: Severity::Error,
    message: Text {
        en: "`{directive}` has no entry `{key}`",
        zh: "`{directive}` 没有条目 `{key}`",
    },
    label: Text {
        en: "not known",
        zh: "未知",
    },
    help: Text {
        en: "write one of: {near}",
        zh: "请写下列之一：{near}",
    },
    explanation: Text {
        en: "An entry that is not understood would be left out, and with it what its author wanted to say about the law.",
        zh: "无法理解的条目若被略过，作者对法律的说明也就随之丢失。",
    },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. txt: \"Leases end after twenty years.\" }\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. text: \"Leases end after twenty years.\" }\n",
    },
};
