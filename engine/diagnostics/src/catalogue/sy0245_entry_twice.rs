use crate::{Entry, Example, Severity, Text};

/// An entry of a block is given twice.
pub static ENTRY_TWICE: Entry = Entry {
    code: "SY0245",
    severity: Severity::Error,
    message: Text {
        en: "`{key}` is given twice in this `{directive}`",
        zh: "此 `{directive}` 中 `{key}` 给出了两次",
    },
    label: Text {
        en: "given again",
        zh: "再次给出",
    },
    help: Text {
        en: "remove one of the two",
        zh: "请删去其中之一",
    },
    explanation: Text {
        en: "What stands outside the versions of a norm holds for all of them, so a version cannot say it again. Two different values leave open which one counts.",
        zh: "写在各版本之外的条目对所有版本有效，版本内不能重复。两个不同的值会使人不知以哪一个为准。",
    },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" law: \"Contract Act\" article: \"705\" in_force: d\"2021-01-01\" .. }\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n",
    },
};
