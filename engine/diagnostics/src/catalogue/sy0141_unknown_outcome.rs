use crate::{Entry, Example, Severity, Text};

/// Words behind `expect` in a test that name no outcome.
pub static UNKNOWN_OUTCOME: Entry = Entry {
    code: "SY0141",
    severity: Severity::Error,
    message: Text { en: "`{words}` is not an outcome", zh: "`{words}` 不是一种结果" },
    label: Text { en: "unknown", zh: "未知" },
    help: Text { en: "use one of {known}", zh: "请使用下列之一：{known}" },
    explanation: Text {
        en: "A test says which outcome a candidate has. An unknown one would be a test that checks nothing.",
        zh: "测试写明候选对象应得的结果。结果写错的测试什么也检验不了。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-0\").\n.test \"one lease\" {\n  given lease(\"L-1\")\n  expect present lease(\"L-1\")\n}\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-0\").\n.test \"one lease\" {\n  given lease(\"L-1\")\n  expect fact lease(\"L-1\")\n}\n",
    },
};
