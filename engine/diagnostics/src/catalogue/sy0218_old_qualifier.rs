use crate::{Entry, Example, Severity, Text};

/// A declaration uses `input`, `output` or `printsize` as a qualifier.
pub static OLD_QUALIFIER: Entry = Entry {
    code: "SY0218",
    severity: Severity::Warning,
    message: Text { en: "the qualifier `{word}` is out of date", zh: "限定词 `{word}` 已过时" },
    label: Text { en: "read as `.{word} {name}`", zh: "按 `.{word} {name}` 理解" },
    help: Text { en: "write the directive `.{word} {name}`", zh: "请写成指令 `.{word} {name}`" },
    explanation: Text {
        en: "What is read and written is said by directives, which also take parameters. The qualifier means \
             the directive without parameters.",
        zh: "读入和写出由指令说明，指令还可以带参数。该限定词等同于不带参数的指令。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol) output\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
