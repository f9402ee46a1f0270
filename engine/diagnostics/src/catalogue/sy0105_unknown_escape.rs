use crate::{Entry, Example, Severity, Text};

/// A string holds a backslash followed by a character that forms no escape.
pub static UNKNOWN_ESCAPE: Entry = Entry {
    code: "SY0105",
    severity: Severity::Error,
    message: Text { en: "unknown escape `{escape}`", zh: "未知的转义 `{escape}`" },
    label: Text { en: "in this string", zh: "在此字符串中" },
    help: Text {
        en: "write `\\\\` for a backslash; the escapes are `\\\"` `\\'` `\\\\` `\\a` `\\b` `\\f` `\\n` `\\r` \
             `\\t` `\\v`",
        zh: "反斜杠写作 `\\\\`；可用的转义有 `\\\"` `\\'` `\\\\` `\\a` `\\b` `\\f` `\\n` `\\r` `\\t` `\\v`",
    },
    explanation: Text {
        en: "In a string a backslash announces a special character. Guessing what an unknown one means would \
             compare records with text that nobody wrote.",
        zh: "字符串中的反斜杠引出特殊字符。若猜测未知转义的含义，就会拿没有人写过的文字去比对记录。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L\\-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L\\\\-1\").\n",
    },
};
