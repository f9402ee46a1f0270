use crate::{Entry, Example, Severity, Text};

/// A project sets parameters.
pub static PARAMETERS_NOT_SUPPORTED: Entry = Entry {
    code: "SY0613",
    severity: Severity::Error,
    message: Text { en: "parameters are not supported yet", zh: "尚不支持参数" },
    label: Text { en: "set here", zh: "在此设置" },
    help: Text {
        en: "leave `[parameters]` out and write the value as a fact in the rules",
        zh: "请去掉 `[parameters]`，把值写成规则中的事实",
    },
    explanation: Text {
        en: "A parameter that was read and not used would let a run pass for one with another threshold.",
        zh: "参数若只读不用，运行结果会被误当作按另一阈值得出。",
    },
    example: Example::Shown { wrong: "[parameters]\nyears = \"10\"\n", right: "# in the rules:\nyears(10).\n" },
};
