use crate::{Entry, Example, Severity, Text};

/// A sign of another language.
pub static FOREIGN_SIGN: Entry = Entry {
    code: "SY0119",
    severity: Severity::Error,
    message: Text { en: "`{found}` must be written `{sign}`", zh: "`{found}` 必须写作 `{sign}`" },
    label: Text { en: "not a sign of this language", zh: "不是本语言的符号" },
    help: Text { en: "write `{sign}`", zh: "请写 `{sign}`" },
    explanation: Text {
        en: "Not is `!`, and is `,`, or is `;`, texts stand between `\"`, and the comparisons are `=` `!=` `<` `<=` `>` \
             `>=`. A sign of another language is never passed over: without its `¬` an exception would say the opposite.",
        zh: "“非”写作 `!`，“并且”写作 `,`，“或者”写作 `;`，文本写在 `\"` 之间；比较运算符有 `=`、`!=`、`<`、`<=`、`>`、`>=`。\
             其他语言的符号绝不略过：例外少了 `¬`，意思就正好相反。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, years: number)\n.decl long(id: symbol)\n.output long\nlease(\"L-1\", 20).\nlong(x) :- lease(x, y), y == 20.\n",
        right: ".decl lease(id: symbol, years: number)\n.decl long(id: symbol)\n.output long\nlease(\"L-1\", 20).\nlong(x) :- lease(x, y), y = 20.\n",
    },
};
