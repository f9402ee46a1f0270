use crate::{Entry, Example, Severity, Text};

/// The order of computation failed its own check; a defect of this program, not of the rules.
pub static BAD_STRATUM: Entry = Entry {
    code: "SY0399",
    severity: Severity::Error,
    message: Text {
        en: "internal error: `{name}` would be computed before `{needed}`, which it needs",
        zh: "内部错误：`{name}` 的计算会先于它所需要的 `{needed}`",
    },
    label: Text { en: "out of order", zh: "次序有误" },
    help: Text { en: "please report this with the rules that lead to it", zh: "请将此问题连同相关规则一并报告" },
    explanation: Text {
        en: "The order of computation is worked out once and checked a second time in another way. The two \
             disagree, so nothing is computed.",
        zh: "计算次序先求出一次，再用另一种方法检查一次。两者不一致，因此不作任何计算。",
    },
    example: Example::Shown {
        wrong: "(no rules are known to lead here)",
        right: "(none)",
    },
};
