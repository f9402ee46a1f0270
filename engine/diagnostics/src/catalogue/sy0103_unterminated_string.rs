use crate::{Entry, Example, Severity, Text};

/// A string or date literal has no closing quote.
pub static UNTERMINATED_STRING: Entry = Entry {
    code: "SY0103",
    severity: Severity::Error,
    message: Text { en: "the string is not closed", zh: "字符串没有结束" },
    label: Text { en: "opened here", zh: "在此开始" },
    help: Text {
        en: "write `\"` at its end; a quote inside a string is written `\\\"`",
        zh: "请在末尾写 `\"`；字符串内的引号写作 `\\\"`",
    },
    explanation: Text {
        en: "A string runs from one `\"` to the next and may span lines. This one has no end, so it was read up \
             to the end of its line.",
        zh: "字符串从一个 `\"` 到下一个 `\"`，可以跨行。这一个没有结尾，因此只读到本行末。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
