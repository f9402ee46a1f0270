use crate::{Entry, Example, Severity, Text};

/// A preprocessor line is not written as it has to be.
pub static MALFORMED_PREPROCESSOR_LINE: Entry = Entry {
    code: "SY0125",
    severity: Severity::Error,
    message: Text { en: "`#{word}`: {problem}", zh: "`#{word}`：{problem}" },
    label: Text { en: "here", zh: "此处" },
    help: Text { en: "write the line as `syllogist explain SY0125` shows", zh: "请按 `syllogist explain SY0125` 所示改写该行" },
    explanation: Text { en: "The lines of the preprocessor are those of C: `#define NAME text`, `#define NAME(a, b) text`, `#undef NAME`, `#include \"file\"`, `#if condition`, `#ifdef NAME`. In the text of a macro with parameters `#` makes a string of a parameter and `##` joins two tokens.", zh: "预处理行的写法与 C 语言相同：`#define NAME text`、`#define NAME(a, b) text`、`#undef NAME`、`#include \"file\"`、`#if condition`、`#ifdef NAME`。在带参数的宏中，`#` 把参数变为字符串，`##` 连接两个记号。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#define 1ST \"L-1\"\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define FIRST \"L-1\"\nlease(FIRST).\n",
    },
};
