use crate::{Entry, Example, Severity, Text};

/// A float in a rule that cites a norm or leads to a clue.
pub static FLOAT_IN_LAW: Entry = Entry {
    code: "SY0379",
    severity: Severity::Warning,
    message: Text { en: "`{rule}` computes with floats", zh: "`{rule}` 使用浮点数计算" },
    label: Text { en: "not exact", zh: "不精确" },
    help: Text { en: "use `decimal`, and write constants as `0.7m`", zh: "请使用 `decimal`，常数写作 `0.7m`" },
    explanation: Text { en: "Floats round in binary: 0.1 + 0.2 is not 0.3, and a sum at the limit may fall on the wrong side of it. What decides about people is computed exactly.", zh: "浮点数按二进制舍入：0.1 + 0.2 不等于 0.3，恰在界限上的数额可能落到错误的一边。关系到人的判断必须精确计算。" },
    example: Example::Program {
        wrong: ".decl sale(id: symbol, share: float)\n.input sale\n.decl cheap(id: symbol)\n.output cheap\n@[norm = \"Civil Code 538\"]\ncheap(x) :- sale(x, s), s < 0.7.\n",
        right: ".decl sale(id: symbol, share: decimal)\n.input sale\n.decl cheap(id: symbol)\n.output cheap\n@[norm = \"Civil Code 538\"]\ncheap(x) :- sale(x, s), s < 0.7m.\n",
    },
};
