use crate::{Entry, Example, Severity, Text};

/// A date literal has another form than `YYYY-MM-DD`.
pub static DATE_FORM: Entry = Entry {
    code: "SY0308",
    severity: Severity::Error,
    message: Text { en: "`{text}` is no date", zh: "`{text}` 不是日期" },
    label: Text { en: "not of the form YYYY-MM-DD", zh: "不是 YYYY-MM-DD 的形式" },
    help: Text {
        en: "write four digits of the year, two of the month, two of the day: `d\"2021-01-31\"`",
        zh: "请写四位年、两位月、两位日：`d\"2021-01-31\"`",
    },
    explanation: Text {
        en: "One form for all, the international one, leaves no doubt which number is the month.",
        zh: "统一使用国际格式，哪个数字是月份就不会有疑问。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, start: date)\n.output lease\nlease(\"L-1\", d\"31.1.2021\").\n",
        right: ".decl lease(id: symbol, start: date)\n.output lease\nlease(\"L-1\", d\"2021-01-31\").\n",
    },
};
