use crate::{Entry, Example, Severity, Text};

/// In a row whose fields a comma separates, square brackets are not balanced.
pub static UNBALANCED_BRACKETS: Entry = Entry {
    code: "SY0445",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}: square brackets are not balanced, so that it is open where a field ends",
        zh: "`{file}` {at}：方括号不成对，无法确定字段在何处结束",
    },
    label: Text {
        en: "",
        zh: "",
    },
    help: Text {
        en: "separate the fields with another `delimiter`, or quote them and read the file with `rfc4180=true`",
        zh: "请换用其他 `delimiter` 分隔字段，或给字段加引号并用 `rfc4180=true` 读取",
    },
    explanation: Text {
        en: "Records such as `[1, a]` hold commas themselves. Where the delimiter holds one too, what stands between square brackets \
             therefore belongs to one field, as the dialect has it.",
        zh: "`[1, a]` 这样的记录本身含有逗号。因此当分隔符也含逗号时，按本方言的规定，方括号之间的内容属于同一字段。",
    },
    example: Example::Shown {
        wrong: ".input notice(delimiter=\",\")\n\nN-1,served [see file\n",
        right: ".input notice(rfc4180=true)\n\nN-1,served [see file\n",
    },
};
