use crate::{Entry, Example, Severity, Text};

/// An entry that a block needs is missing.
pub static MISSING_ENTRY: Entry = Entry {
    code: "SY0244",
    severity: Severity::Error,
    message: Text {
        en: "this `{directive}` does not say its `{key}`",
        zh: "此 `{directive}` 缺少 `{key}`",
    },
    label: Text {
        en: "`{key}` is missing",
        zh: "缺少 `{key}`",
    },
    help: Text {
        en: "add `{key}: ..`",
        zh: "请补上 `{key}: ..`",
    },
    explanation: Text {
        en: "A citation must say which article of which law it means, and when that was in force; otherwise nobody can look it up, and no rule can ask whether it applied on the day of a case.",
        zh: "引用法条必须写明是哪部法律的哪一条、何时施行，否则无从查证，规则也无法判断案件当日它是否有效。",
    },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" }\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n",
    },
};
