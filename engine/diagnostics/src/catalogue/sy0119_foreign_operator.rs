use crate::{Entry, Example, Severity, Text};

/// An operator of another language.
pub static FOREIGN_OPERATOR: Entry = Entry {
    code: "SY0119",
    severity: Severity::Error,
    message: Text { en: "`{found}` must be written `{sign}`", zh: "`{found}` 必须写作 `{sign}`" },
    label: Text { en: "not an operator of this language", zh: "不是本语言的运算符" },
    help: Text { en: "write `{sign}`", zh: "请写 `{sign}`" },
    explanation: Text {
        en: "The comparisons are `=` `!=` `<` `<=` `>` `>=`. Reading goes on as if `{sign}` stood here.",
        zh: "比较运算符有 `=` `!=` `<` `<=` `>` `>=`。读取时当作此处是 `{sign}`，继续进行。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, years: number)\n.decl long(id: symbol)\n.output long\nlease(\"L-1\", 20).\nlong(x) :- lease(x, y), y == 20.\n",
        right: ".decl lease(id: symbol, years: number)\n.decl long(id: symbol)\n.output long\nlease(\"L-1\", 20).\nlong(x) :- lease(x, y), y = 20.\n",
    },
};
