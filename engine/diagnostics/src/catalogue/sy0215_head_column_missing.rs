use crate::{Entry, Example, Severity, Text};

/// A head with named arguments leaves a column out.
pub static HEAD_COLUMN_MISSING: Entry = Entry {
    code: "SY0215",
    severity: Severity::Error,
    message: Text {
        en: "the head does not say what column `{column}` of `{name}` is",
        zh: "规则头没有给出 `{name}` 的列 `{column}`",
    },
    label: Text { en: "incomplete conclusion", zh: "结论不完整" },
    help: Text { en: "add `{column}: ...` to the head", zh: "请在规则头中加上 `{column}: ...`" },
    explanation: Text {
        en: "In a body a missing column means any value. A conclusion, however, is one definite fact: all \
             its columns must be given.",
        zh: "在规则体中，未写出的列表示任意值。而结论是一个确定的事实，每一列都必须给出。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl raw(id: symbol)\n.output lease\nraw(\"L-1\").\nlease(id: x) :- raw(x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl raw(id: symbol)\n.output lease\nraw(\"L-1\").\nlease(id: x, rent: 900) :- raw(x).\n",
    },
};
