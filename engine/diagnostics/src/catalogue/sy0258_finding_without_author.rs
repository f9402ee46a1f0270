use crate::{Entry, Example, Severity, Text};

/// A finding in the text does not say who made it.
pub static FINDING_WITHOUT_AUTHOR: Entry = Entry {
    code: "SY0258",
    severity: Severity::Error,
    message: Text {
        en: "this finding of `{name}` does not say by whom it was made",
        zh: "此条 `{name}` 的认定没有写明认定人",
    },
    label: Text {
        en: "nobody is named",
        zh: "未写认定人",
    },
    help: Text {
        en: "write the name of the person or office that made the finding",
        zh: "请写明作出认定的人员或机关",
    },
    explanation: Text {
        en: "Whether a price is unreasonable, or a reason legitimate, is for a person to decide. A clue that rests on a finding must show who answers for it.",
        zh: "价格是否明显不合理、理由是否正当，须由人来判断。依据认定得出的线索必须写明由谁负责。",
    },
    example: Example::Program {
        wrong: ".finding unreasonable(case: symbol) : symbol\n.output unreasonable\nunreasonable(\"A-1\", \"yes\", \"\", d\"2024-05-01\", \"file, p. 12\").\n",
        right: ".finding unreasonable(case: symbol) : symbol\n.output unreasonable\nunreasonable(\"A-1\", \"yes\", \"Prosecutor Li\", d\"2024-05-01\", \"file, p. 12\").\n",
    },
};
