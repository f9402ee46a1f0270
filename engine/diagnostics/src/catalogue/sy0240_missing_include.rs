use crate::{Entry, Example, Severity, Text};

/// An included file is not found.
pub static MISSING_INCLUDE: Entry = Entry {
    code: "SY0240",
    severity: Severity::Error,
    message: Text { en: "there is no file `{path}`", zh: "没有文件 `{path}`" },
    label: Text { en: "included here", zh: "在此包含" },
    help: Text {
        en: "correct the path; it counts from the folder of this file, then from the folders given with `-I`",
        zh: "请改正路径；先从本文件所在文件夹查找，再从 `-I` 给出的文件夹查找",
    },
    explanation: Text {
        en: "Without the included rules the program is another one: exceptions might be missing, and clues \
             would appear that should not.",
        zh: "缺少被包含的规则，程序就成了另一个程序：可能缺少例外，从而产生本不该有的线索。",
    },
    example: Example::Shown {
        wrong: ".include \"norms/leese.dl\"",
        right: ".include \"norms/lease.dl\"",
    },
};
