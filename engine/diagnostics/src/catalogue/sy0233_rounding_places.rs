use crate::{Entry, Example, Severity, Text};

/// `round` asks for a number of places that decimals do not have.
pub static ROUNDING_PLACES: Entry = Entry {
    code: "SY0233",
    severity: Severity::Error,
    message: Text { en: "decimals have 0 to {limit} places behind the point", zh: "小数点后可保留 0 至 {limit} 位" },
    label: Text { en: "number of places", zh: "位数" },
    help: Text { en: "write a number from 0 to {limit}", zh: "请写 0 到 {limit} 之间的数" },
    explanation: Text {
        en: "Decimals are exact up to twelve places. More could not be kept, and fewer than none would \
             change whole amounts.",
        zh: "十进制数精确到小数点后十二位。更多的位数无法保存，而负的位数会改变整数金额。",
    },
    example: Example::Program {
        wrong: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(round(a / b, 13, \"half_up\")) :- share(a, b).\n",
        right: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(round(a / b, 12, \"half_up\")) :- share(a, b).\n",
    },
};
