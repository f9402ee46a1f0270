use crate::{Entry, Example, Severity, Text};

/// The third argument of `round` is no way of rounding.
pub static UNKNOWN_ROUNDING: Entry = Entry {
    code: "SY0232",
    severity: Severity::Error,
    message: Text { en: "the way of rounding must be written out", zh: "必须写明舍入方式" },
    label: Text { en: "not one of the four", zh: "不是四种方式之一" },
    help: Text {
        en: "write \"half_up\", \"half_even\", \"down\" or \"up\"",
        zh: "请写 \"half_up\"（四舍五入）、\"half_even\"、\"down\" 或 \"up\"",
    },
    explanation: Text {
        en: "How an amount is rounded is a decision of the norm, so it stands in the rule where a reader \
             sees it, and cannot come from data.",
        zh: "金额如何舍入由规范决定，因此要写在规则中，让读者看得见，不能来自数据。",
    },
    example: Example::Program {
        wrong: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(round(a / b, 2, \"nearest\")) :- share(a, b).\n",
        right: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(round(a / b, 2, \"half_up\")) :- share(a, b).\n",
    },
};
