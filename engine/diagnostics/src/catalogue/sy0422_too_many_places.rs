use crate::{Entry, Example, Severity, Text};

/// A decimal has more places than are kept.
pub static TOO_MANY_PLACES: Entry = Entry {
    code: "SY0422",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: `{text}` has more than {limit} digits behind the point",
        zh: "`{file}` {at}，列 `{column}`：`{text}` 的小数位超过 {limit} 位",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "round it where the records are made and say how, or declare the column as `float` if it is a \
             measurement",
        zh: "请在制作记录时舍入并说明方法；若是测量值，可把该列声明为 `float`",
    },
    explanation: Text {
        en: "Decimals are exact. A value with more places would have to be rounded, and a threshold could then \
             be met by rounding alone.",
        zh: "小数是精确的。位数更多的值只能舍入，这样仅凭舍入就可能达到某个标准。",
    },
    example: Example::Shown { wrong: "L-1	0.3333333333333333\n", right: "L-1	0.333333333333\n" },
};
