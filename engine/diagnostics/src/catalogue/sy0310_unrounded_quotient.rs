use crate::{Entry, Example, Severity, Text};

/// A quotient of decimals stands where a value is needed.
pub static UNROUNDED_QUOTIENT: Entry = Entry {
    code: "SY0310",
    severity: Severity::Error,
    message: Text { en: "a quotient of decimals has no exact value here", zh: "十进制数的商在此没有精确值" },
    label: Text { en: "must be rounded", zh: "必须舍入" },
    help: Text {
        en: "write `round(a / b, 2, \"half_up\")`, or compare the quotient directly: `a / b > x`",
        zh: "请写 `round(a / b, 2, \"half_up\")`，或直接比较商：`a / b > x`",
    },
    explanation: Text {
        en: "1 / 3 has no last digit. As a whole side of a comparison a quotient is compared exactly; \
             everywhere else the rule must say how it is rounded.",
        zh: "1 / 3 没有最后一位。作为比较的一侧时，商按精确值比较；在其他地方，规则必须写明如何舍入。",
    },
    example: Example::Program {
        wrong: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(x) :- share(a, b), x = a / b.\n",
        right: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(x) :- share(a, b), x = round(a / b, 2, \"half_up\").\n",
    },
};
