use crate::{Entry, Example, Severity, Text};

/// A full-width sign where the half-width one is meant.
pub static FULL_WIDTH_PUNCTUATION: Entry = Entry {
    code: "SY0107",
    severity: Severity::Error,
    message: Text { en: "`{found}` must be written `{sign}`", zh: "`{found}` 必须写作 `{sign}`" },
    label: Text { en: "full-width sign", zh: "全角符号" },
    help: Text { en: "write `{sign}`", zh: "请写 `{sign}`" },
    explanation: Text {
        en: "The signs of the language are half-width; names and strings may be Chinese. Reading goes on as if \
             `{sign}` stood here.",
        zh: "语言的符号一律用半角；名称和字符串可以用中文。读取时当作此处是 `{sign}`，继续进行。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease（\"L-1\"）。\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
