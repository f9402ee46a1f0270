use crate::{Entry, Example, Severity, Text};

/// The program says `#error`.
pub static ERROR_LINE: Entry = Entry {
    code: "SY0133",
    severity: Severity::Error,
    message: Text { en: "the program refuses: {text}", zh: "程序拒绝读取：{text}" },
    label: Text { en: "the program says so", zh: "程序如此说明" },
    help: Text { en: "do what the message asks for: often a macro has to be given with `-M`", zh: "请按消息要求处理：通常需要用 `-M` 给出某个宏" },
    explanation: Text { en: "With `#error` a program refuses to be read under conditions for which it was not written.", zh: "程序可用 `#error` 拒绝在不适用的条件下被读取。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#ifndef YEAR\n#error the year of the statute is missing\n#endif\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define YEAR 2024\n#ifndef YEAR\n#error the year of the statute is missing\n#endif\nlease(\"L-1\").\n",
    },
};
