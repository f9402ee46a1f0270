use crate::{Entry, Example, Severity, Text};

/// A character that means nothing outside strings and comments.
pub static ILLEGAL_CHARACTER: Entry = Entry {
    code: "SY0106",
    severity: Severity::Error,
    message: Text { en: "no meaning here: {characters}", zh: "在此处没有意义：{characters}" },
    label: Text { en: "remove it", zh: "请删除" },
    help: Text {
        en: "remove it, or put it between quotes if it is meant as text",
        zh: "请删除；如果是文字内容，请放在引号里",
    },
    explanation: Text {
        en: "Outside strings and comments only names, numbers and the signs of the language may stand. Invisible \
             characters often come with text copied from documents or web pages.",
        zh: "在字符串和注释之外，只能出现名称、数字和语言的符号。不可见字符常常随着从文档或网页复制的文字混入。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\") § .\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
