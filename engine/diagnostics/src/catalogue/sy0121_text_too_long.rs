use crate::{Entry, Example, Severity, Text};

/// A program text beyond the size limit.
pub static TEXT_TOO_LONG: Entry = Entry {
    code: "SY0121",
    severity: Severity::Error,
    message: Text { en: "the text has more than {limit} bytes", zh: "文本超过 {limit} 字节" },
    label: Text { en: "", zh: "" },
    help: Text { en: "read facts from record files with `.input`", zh: "请用 `.input` 从记录文件读取事实" },
    explanation: Text {
        en: "Places in a text are 32-bit numbers. A program is written by people and stays far below the limit; \
             records belong into files of their own.",
        zh: "文本中的位置用 32 位数表示。程序由人编写，远低于上限；记录应放在单独的文件里。",
    },
    example: Example::Shown {
        wrong: "facts written into the program, 300 MB of them",
        right: ".input lease(filename = \"lease.csv\")",
    },
};
