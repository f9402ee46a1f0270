use crate::{Entry, Example, Severity, Text};

/// A macro is defined again with another text.
pub static MACRO_REDEFINED: Entry = Entry {
    code: "SY0126",
    severity: Severity::Warning,
    message: Text { en: "the macro `{name}` is defined again with another text", zh: "宏 `{name}` 被重新定义，内容不同" },
    label: Text { en: "this definition counts from here on", zh: "此后以本定义为准" },
    help: Text { en: "write `#undef {name}` before it, or choose another name", zh: "请先写 `#undef {name}`，或改用其他名称" },
    explanation: Text { en: "The same name then means one thing above this line and another below it. A threshold that two files define differently is a mistake more often than a plan.", zh: "同一名称在此行之前和之后含义不同。两个文件对同一界限作不同定义，多半是错误，而非有意。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#define FIRST \"L-1\"\n#define FIRST \"L-2\"\nlease(FIRST).\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define FIRST \"L-1\"\nlease(FIRST).\n#undef FIRST\n#define FIRST \"L-2\"\nlease(FIRST).\n",
    },
};
