use crate::{Entry, Example, Severity, Text};

/// `#` stands in the middle of a line.
pub static STRAY_HASH: Entry = Entry {
    code: "SY0123",
    severity: Severity::Warning,
    message: Text { en: "`#` in the middle of a line: its rest is left out", zh: "`#` 出现在行中：该行其余部分已略去" },
    label: Text { en: "left out", zh: "已略去" },
    help: Text { en: "begin comments with `//`", zh: "注释请以 `//` 开头" },
    explanation: Text { en: "The language drops everything from `#` to the end of the line. A rule of which a part is dropped may say something else.", zh: "本语言会略去从 `#` 到行末的全部内容。规则被略去一部分之后，含义可能不同。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\"). # the first one\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\"). // the first one\n",
    },
};
