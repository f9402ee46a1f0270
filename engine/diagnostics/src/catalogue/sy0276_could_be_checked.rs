use crate::{Entry, Example, Severity, Text};

/// An unverified norm quotes an article just as the corpus has it.
pub static COULD_BE_CHECKED: Entry = Entry {
    code: "SY0276",
    severity: Severity::Warning,
    message: Text {
        en: "`{name}` quotes `{article}` as the corpus has it, but is unverified",
        zh: "`{name}` 所引与语料中的 `{article}` 一致，但仍为未核对",
    },
    label: Text {
        en: "no `checked`",
        zh: "没有 `checked`",
    },
    help: Text {
        en: "once a person has compared it, add `checked: d\"...\" against \"{source}\"` with the day of the comparison",
        zh: "经人核对后，请加上 `checked: d\"...\" against \"{source}\"`，写明核对之日",
    },
    explanation: Text {
        en: "Every clue that rests on an unverified norm says so. Here the corpus has the article, for all the time of the version, with these very words; what is missing is \
             somebody who compared them and answers for it.",
        zh: "依据未核对规范得出的线索，每一条都会注明。此处语料载有该条，覆盖该版本的全部时间，文字也一致；所缺的只是有人核对并为此负责。",
    },
    example: Example::Shown {
        wrong: ".norm 民法典_725 { ... text: \"...\" }\n",
        right: ".norm 民法典_725 { ... text: \"...\" checked: d\"2026-11-01\" against \"...\" }\n",
    },
};
