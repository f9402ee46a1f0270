use crate::{Entry, Example, Severity, Text};

/// The words that a norm quotes stand in the article, with other blanks or signs of another width.
pub static QUOTATION_WIDTH: Entry = Entry {
    code: "SY0273",
    severity: Severity::Warning,
    message: Text {
        en: "`{name}` writes `{quoted}` where `{article}` has `{text}`",
        zh: "`{name}` 写作 `{quoted}`，`{article}` 为 `{text}`",
    },
    label: Text {
        en: "blanks or the width of signs differ",
        zh: "空白或标点全半角不同",
    },
    help: Text {
        en: "write it as the corpus does",
        zh: "请按语料书写",
    },
    explanation: Text {
        en: "The words are the same; blanks, line ends, full or half width or the form of quotation marks are not. That changes no law, but a reader who searches \
             for the quotation will not find it. A comma and an enumeration comma (`，`, `、`) are not the same.",
        zh: "文字相同，而空白、换行、全角半角或引号形式不同。这不影响法律含义，但照引文检索的人会找不到。逗号与顿号（`，`、`、`）不算相同。",
    },
    example: Example::Shown {
        wrong: "text: \"（一）申请人撤销申请的;\"\n",
        right: "text: \"（一）申请人撤销申请的；\"\n",
    },
};
