use crate::{Entry, Example, Severity, Text};

/// A ratio of decimals stands where a value is needed.
pub static UNROUNDED_RATIO: Entry = Entry {
    code: "SY0310",
    severity: Severity::Error,
    message: Text { en: "a ratio of decimals has no exact decimal value here", zh: "十进制数的比值在此不一定是十进制数" },
    label: Text { en: "must be rounded", zh: "必须舍入" },
    help: Text {
        en: "write `round(a / b, 2, \"half_up\")`, or compare the ratio directly: `a / b > x`",
        zh: "请写 `round(a / b, 2, \"half_up\")`，或直接比较比值：`a / b > x`",
    },
    explanation: Text {
        en: "1 / 3 has no last digit, and neither has the mean of three amounts. As a whole side of a comparison and inside `round` a \
             ratio is computed as an exact fraction, with everything that `+ - * /` make of it; everywhere else the rule must say how \
             it is rounded, since which rounding applies is a question of law.",
        zh: "1 / 3 没有最后一位，三笔金额的平均值也可能如此。作为比较的一整侧，或在 `round` 之内，比值连同对它所作的 `+ - * /` \
             都按精确分数计算；在其他地方，规则必须写明如何舍入，因为适用何种舍入是法律问题。",
    },
    example: Example::Program {
        wrong: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(x) :- share(a, b), x = a / b.\n",
        right: ".decl share(a: decimal, b: decimal)\n.decl part(x: decimal)\n.output part\nshare(1m, 3m).\npart(x) :- share(a, b), x = round(a / b, 2, \"half_up\").\n",
    },
};
