use crate::{Entry, Example, Severity, Text};

/// An interval of days ends before it begins.
pub static EMPTY_INTERVAL: Entry = Entry {
    code: "SY0247",
    severity: Severity::Error,
    message: Text {
        en: "this interval ends on {to}, before it begins on {from}",
        zh: "该期间止于 {to}，早于起始日 {from}",
    },
    label: Text {
        en: "holds no day",
        zh: "不含任何一天",
    },
    help: Text {
        en: "put the earlier day first; the last day belongs to the interval",
        zh: "请把较早的日期写在前面；末日包含在期间内",
    },
    explanation: Text {
        en: "An interval without days applies never: a norm would never be in force, and a threshold would be missing in every case.",
        zh: "不含任何一天的期间永不适用：法条将从未施行，数额标准在任何案件中都会缺失。",
    },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. d\"2020-12-31\" }\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. d\"2022-12-31\" }\n",
    },
};
