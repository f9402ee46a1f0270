use crate::{Entry, Example, Severity, Text};

/// A pattern is no regular expression.
pub static BAD_PATTERN: Entry = Entry {
    code: "SY0505",
    severity: Severity::Error,
    message: Text {
        en: "the pattern is no regular expression: {call}, in rule `{rule}`{binding}",
        zh: "模式不是正则表达式：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "correct the pattern; parentheses and brackets must be closed, special characters escaped with `\\\\`",
        zh: "请改正模式：括号须成对，特殊字符用 `\\\\` 转义",
    },
    explanation: Text {
        en: "An ill-formed pattern keeps nothing and everything alike. The run stops rather than guess.",
        zh: "写错的模式既可理解为什么都不保留，也可理解为全部保留。与其猜测，不如停止运行。",
    },
    example: Example::Shown {
        wrong: "b(keep(\"[A-Z\", s)) :- a(s).\n",
        right: "b(keep(\"[A-Z]\", s)) :- a(s).\n",
    },
};
