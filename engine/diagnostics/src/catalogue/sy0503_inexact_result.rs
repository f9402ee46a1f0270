use crate::{Entry, Example, Severity, Text};

/// An exact decimal result would need more than 12 places.
pub static INEXACT_RESULT: Entry = Entry {
    code: "SY0503",
    severity: Severity::Error,
    message: Text {
        en: "the exact result of {call} needs more than 12 places behind the point, in rule `{rule}`{binding}",
        zh: "{call} 的精确结果需要 12 位以上的小数，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this cannot be kept exactly",
        zh: "此处无法精确保存",
    },
    help: Text {
        en: "round where the norm says so: `round(a, places, \"half_up\")`",
        zh: "请按规范的规定取舍：`round(a, 位数, \"half_up\")`",
    },
    explanation: Text {
        en: "Decimals are exact. Where a product would have to be cut, the rule must say how: which rounding applies is a question of law, not of the machine. The run stops and nothing is written.",
        zh: "小数是精确的。乘积若须截断，应由规则写明取舍方式：如何取舍是法律问题，不由机器决定。因此运行停止，不写任何结果。",
    },
    example: Example::Shown {
        wrong: "b(x * 0.0000001m) :- a(x).   // a(0.0000001)\n",
        right: "b(round(x, 4, \"half_up\") * 0.0001m) :- a(x).\n",
    },
};
