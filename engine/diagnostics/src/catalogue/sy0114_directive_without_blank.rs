use crate::{Entry, Example, Severity, Text};

/// A directive that no blank follows.
pub static DIRECTIVE_WITHOUT_BLANK: Entry = Entry {
    code: "SY0114",
    severity: Severity::Error,
    message: Text { en: "`{word}` needs a blank behind it", zh: "`{word}` 后面必须有空格" },
    label: Text { en: "no blank follows", zh: "后面没有空格" },
    help: Text {
        en: "write what it is about on the same line, behind a blank", zh: "请在同一行空一格后写出其内容"
    },
    explanation: Text {
        en: "A dot and a word form a directive only if a blank or tab follows at once; otherwise the dot ends a \
             rule or joins two names, and the same text would mean different things to different engines.",
        zh: "点加单词只有在后面紧跟空格或制表符时才是指令；否则点表示规则结束或连接两个名称，同一文本在不同引擎中\
             会有不同含义。",
    },
    example: Example::Program {
        wrong: ".decl\nlease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
