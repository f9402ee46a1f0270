use crate::{Entry, Example, Severity, Text};

/// Macros are used inside arguments of macros too deeply.
pub static EXPANSION_TOO_DEEP: Entry = Entry {
    code: "SY0136",
    severity: Severity::Error,
    message: Text { en: "macros in arguments of macros more than {limit} deep", zh: "宏参数中嵌套使用宏超过 {limit} 层" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text { en: "write less deeply nested macros", zh: "请减少宏的嵌套" },
    explanation: Text { en: "Nobody nests macros by hand that deeply; a program that writes such text can write rules instead.", zh: "手写不会嵌套到这种程度；生成这种文本的程序可以直接生成规则。" },
    example: Example::Shown {
        wrong: "M(M(M(... lease ...)))\n",
        right: "M(lease)\n",
    },
};
