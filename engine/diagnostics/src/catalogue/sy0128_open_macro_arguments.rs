use crate::{Entry, Example, Severity, Text};

/// The arguments of a macro have no end.
pub static OPEN_MACRO_ARGUMENTS: Entry = Entry {
    code: "SY0128",
    severity: Severity::Error,
    message: Text { en: "the arguments of the macro `{name}` have no `)`", zh: "宏 `{name}` 的参数缺少 `)`" },
    label: Text { en: "begun here", zh: "从此处开始" },
    help: Text { en: "close them with `)`; no line that begins with `#` may stand between", zh: "请用 `)` 结束参数；其间不能有以 `#` 开头的行" },
    explanation: Text { en: "The arguments reach from `(` to the `)` that belongs to it, over several lines if need be, but not over the end of a file or a line of the preprocessor.", zh: "参数从 `(` 到与之配对的 `)` 为止，可以跨行，但不能越过文件末尾或预处理行。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#define LEASE(id) lease(id).\nLEASE(\"L-1\"\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define LEASE(id) lease(id).\nLEASE(\"L-1\")\n",
    },
};
