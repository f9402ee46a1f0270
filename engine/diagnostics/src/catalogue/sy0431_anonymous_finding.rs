use crate::{Entry, Example, Severity, Text};

/// A record of a finding does not say who made it.
pub static ANONYMOUS_FINDING: Entry = Entry {
    code: "SY0431",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: this finding of `{relation}` does not say by whom it was made",
        zh: "`{file}` {at}，列 `{column}`：此条 `{relation}` 的认定没有写明认定人",
    },
    label: Text {
        en: "",
        zh: "",
    },
    help: Text {
        en: "write the name of the person or office that made the finding",
        zh: "请写明作出认定的人员或机关",
    },
    explanation: Text {
        en: "Whether a price is unreasonable, or a reason legitimate, is for a person to decide. A clue that rests on a finding must show who answers for it, so a record without a name is no finding.",
        zh: "价格是否明显不合理、理由是否正当，须由人来判断。依据认定得出的线索必须写明由谁负责，因此没有署名的记录不算认定。",
    },
    example: Example::Shown {
        wrong: ".finding unreasonable(case: symbol) : symbol\n.input unreasonable(filename=\"findings.csv\", rfc4180=true)\n\nA-1,yes,,2024-05-01,\"file, p. 12\"\n",
        right: "A-1,yes,Prosecutor Li,2024-05-01,\"file, p. 12\"\n",
    },
};
