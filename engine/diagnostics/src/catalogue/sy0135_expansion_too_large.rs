use crate::{Entry, Example, Severity, Text};

/// Macros and inclusions make too much text.
pub static EXPANSION_TOO_LARGE: Entry = Entry {
    code: "SY0135",
    severity: Severity::Error,
    message: Text { en: "macros and inclusions make more than {limit} MiB of text", zh: "宏和包含文件产生的文本超过 {limit} MiB" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text { en: "use fewer or smaller macros; records belong into files of their own, read with `.input`", zh: "请减少或缩小宏；记录应放入单独的文件，用 `.input` 读取" },
    explanation: Text { en: "Macros that use others twice, which again use others twice, grow without bounds. Nobody can answer for rules of that size.", zh: "宏两次使用别的宏，后者又两次使用别的宏，就会无限增长。没有人能为如此规模的规则负责。" },
    example: Example::Shown {
        wrong: "#define A(x) x x x x x x x x x x\n#define B(x) A(A(A(A(A(A(A(A(x))))))))\nB(lease)\n",
        right: "#define A(x) x x\nA(lease)\n",
    },
};
