use crate::{Entry, Example, Severity, Text};

/// A plain file was written in which a symbol holds the delimiter or a line break, or inside a record what would end it.
pub static AMBIGUOUS_OUTPUT: Entry = Entry {
    code: "SY0442",
    severity: Severity::Warning,
    message: Text {
        en: "column `{column}` of `{relation}` holds a delimiter or a line break, so its output cannot be read \
             back",
        zh: "`{relation}` 的列 `{column}` 含有分隔符或换行，其输出无法原样读回",
    },
    label: Text { en: "written as plain text", zh: "按纯文本写出" },
    help: Text {
        en: "write `rfc4180=true` in this `.output`: such cells are then quoted",
        zh: "请在该 `.output` 中写明 `rfc4180=true`：这样的单元格会加引号",
    },
    explanation: Text {
        en: "A plain file has no way to mark such a cell. The dialect writes it as it is; whoever reads the file \
             sees more columns or more rows than there are. Inside a record the delimiters are commas and brackets.",
        zh: "纯文本文件无法标示这样的单元格。本方言照原样写出，读取者会看到多出来的列或行。在记录内部，逗号和括号也是分隔符。",
    },
    example: Example::Shown { wrong: ".output party\n", right: ".output party(rfc4180=true)\n" },
};
