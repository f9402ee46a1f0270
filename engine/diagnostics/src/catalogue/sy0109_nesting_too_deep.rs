use crate::{Entry, Example, Severity, Text};

/// Parentheses, braces, calls or signs nested beyond the limit.
pub static NESTING_TOO_DEEP: Entry = Entry {
    code: "SY0109",
    severity: Severity::Error,
    message: Text { en: "nested deeper than {limit} levels", zh: "嵌套超过 {limit} 层" },
    label: Text { en: "the level beyond the limit begins here", zh: "从此处起超过上限" },
    help: Text {
        en: "split the expression or the body into several rules", zh: "请把表达式或规则体拆成几条规则"
    },
    explanation: Text {
        en: "Each level of parentheses, braces, records, calls or signs counts. A chain of one operator and a \
             list of literals are not deep, however long.",
        zh: "每一层括号、记录、函数调用或一元符号都计数。同一运算符的长链和并列的条件，无论多长，都不算嵌套。",
    },
    example: Example::Shown { wrong: "the same term between 501 pairs of parentheses", right: "the term without them" },
};
