use crate::{Entry, Example, Severity, Text};

/// The text does not go on as the grammar asks.
pub static EXPECTED: Entry = Entry {
    code: "SY0101",
    severity: Severity::Error,
    message: Text { en: "expected {expected}, found {found}", zh: "此处应为：{expected}；实为：{found}" },
    label: Text { en: "here", zh: "在此处" },
    help: Text {
        en: "write {expected} here, or look for a missing sign just before",
        zh: "请在此处写：{expected}；或检查前面是否漏了符号",
    },
    explanation: Text {
        en: "The text cannot be read as rules from this place on. Reading goes on behind it, so other mistakes \
             are reported in the same run; nothing is evaluated until all are gone, because a rule read by guess \
             could name the wrong people.",
        zh: "从此处起，文本不能读作规则。之后的部分会继续读取，因此其他错误也会在同一次运行中报告；全部改正之前不\
             会求值，因为凭猜测读出的规则可能指向无辜的人。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\" \"L-2\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\nlease(\"L-2\").\n",
    },
};
