use crate::{Entry, Example, Severity, Text};

/// `$` stands for `autoinc()`.
pub static OLD_COUNTER: Entry = Entry {
    code: "SY0267",
    severity: Severity::Warning,
    message: Text { en: "`$` as a counter is out of date", zh: "以 `$` 作计数器已过时" },
    label: Text { en: "read as `autoinc()`", zh: "按 `autoinc()` 理解" },
    help: Text { en: "write `autoinc()`", zh: "请写 `autoinc()`" },
    explanation: Text {
        en: "`$` introduces the branches of algebraic data types. Alone it is the old form of `autoinc()`.",
        zh: "`$` 用来引出代数数据类型的分支。单独的 `$` 是 `autoinc()` 的旧写法。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.decl file(id: symbol, n: number)\n.output file\nlease(\"L-1\").\nfile(x, $) :- lease(x).\n",
        right: ".decl lease(id: symbol)\n.decl file(id: symbol, n: number)\n.output file\nlease(\"L-1\").\nfile(x, autoinc()) :- lease(x).\n",
    },
};
