use crate::{Entry, Example, Severity, Text};

/// A decimal literal has more than twelve places.
pub static DECIMAL_PLACES: Entry = Entry {
    code: "SY0309",
    severity: Severity::Error,
    message: Text { en: "`{text}` has more than 12 places behind the point", zh: "`{text}` 的小数超过 12 位" },
    label: Text { en: "too many places", zh: "位数过多" },
    help: Text { en: "write at most 12 places", zh: "请最多写 12 位小数" },
    explanation: Text {
        en: "Decimals are exact up to twelve places. Rounding a literal silently would make it another \
             number.",
        zh: "十进制数精确到小数点后十二位。悄悄舍入会使它变成另一个数。",
    },
    example: Example::Program {
        wrong: ".decl rate(x: decimal)\n.output rate\nrate(0.1234567890123m).\n",
        right: ".decl rate(x: decimal)\n.output rate\nrate(0.123456789012m).\n",
    },
};
