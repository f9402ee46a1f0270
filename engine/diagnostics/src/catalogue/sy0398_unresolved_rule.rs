use crate::{Entry, Example, Severity, Text};

/// A rule in which nothing was found wrong could not be resolved; a defect of this program, not of the rules.
pub static UNRESOLVED_RULE: Entry = Entry {
    code: "SY0398",
    severity: Severity::Error,
    message: Text {
        en: "internal error: this rule could not be resolved, although nothing was found wrong with it",
        zh: "内部错误：未发现问题，却无法处理这条规则",
    },
    label: Text { en: "left out", zh: "被遗漏" },
    help: Text { en: "please report this with the rule", zh: "请将此问题连同该规则一并报告" },
    explanation: Text {
        en: "A program is handed on whole or not at all: a rule that is left out silently could be an \
             exception.",
        zh: "程序要么完整交付，要么不交付：悄悄遗漏的规则可能正是一个例外。",
    },
    example: Example::Shown {
        wrong: "(no rules are known to lead here)",
        right: "(none)",
    },
};
