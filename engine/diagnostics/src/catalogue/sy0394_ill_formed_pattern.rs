use crate::{Entry, Example, Severity, Text};

/// A constant pattern is no regular expression.
pub static ILL_FORMED_PATTERN: Entry = Entry {
    code: "SY0394",
    severity: Severity::Warning,
    message: Text {
        en: "`{pattern}` is no regular expression, so this never holds",
        zh: "`{pattern}` 不是正则表达式，因此此处永远不成立",
    },
    label: Text { en: "never holds, even negated", zh: "永远不成立，否定时也一样" },
    help: Text {
        en: "close brackets and parentheses and escape special characters; look-around and back references do not exist here",
        zh: "请补全括号，转义特殊字符；这里没有环视和反向引用",
    },
    explanation: Text {
        en: "A test with an ill-formed pattern fails for every text, also under `!`. The rule then never applies, or the \
             exception never defeats, and nobody sees why.",
        zh: "模式写错时，对任何文本的测试都不成立，加上 `!` 也一样。于是规则永不适用，或者例外永不成立，而看不出原因。",
    },
    example: Example::Program {
        wrong: ".decl a(s: symbol)\n.decl b(s: symbol)\n.output b\na(\"x1\").\nb(s) :- a(s), match(\"x[0-9\", s).\n",
        right: ".decl a(s: symbol)\n.decl b(s: symbol)\n.output b\na(\"x1\").\nb(s) :- a(s), match(\"x[0-9]\", s).\n",
    },
};
