use crate::{Entry, Example, Severity, Text};

/// A relation gets more facts than its rows can be numbered for.
pub static TOO_MANY_FACTS: Entry = Entry {
    code: "SY0411",
    severity: Severity::Error,
    message: Text {
        en: "relation `{relation}` gets more than {limit} facts from its records",
        zh: "关系 `{relation}` 从记录中得到的事实超过 {limit} 条",
    },
    label: Text { en: "the limit is passed by `{file}`", zh: "在 `{file}` 处超过上限" },
    help: Text {
        en: "load a part of the records, for example one year or one district at a time",
        zh: "请只加载部分记录，例如每次一年或一个辖区",
    },
    explanation: Text {
        en: "A fact has a 32-bit number. The run stops rather than leave out the facts beyond it.",
        zh: "事实以 32 位数编号。超出之后宁可停止运行，也不遗漏后面的事实。",
    },
    example: Example::Shown {
        wrong: ".input payment(filename=\"every_payment_of_the_country.csv\", rfc4180=true)\n",
        right: ".input payment(filename=\"payments_2023.csv\", rfc4180=true)\n",
    },
};
