use crate::{Entry, Example, Severity, Text};

/// A delimiter that cannot separate fields.
pub static UNUSABLE_DELIMITER: Entry = Entry {
    code: "SY0410",
    severity: Severity::Error,
    message: Text { en: "`{delimiter}` cannot separate fields", zh: "`{delimiter}` 不能用来分隔字段" },
    label: Text { en: "of relation `{relation}`", zh: "关系 `{relation}` 的字段" },
    help: Text {
        en: "give one or more characters without a line break; with `rfc4180=true` exactly one ASCII character \
             other than the quote",
        zh: "请给出一个或多个字符，不含换行；使用 `rfc4180=true` 时须恰为一个 ASCII 字符，且不是引号",
    },
    explanation: Text {
        en: "An empty delimiter and one with a line break leave no way to tell where a field ends. Quoted files \
             (RFC 4180) have a delimiter of a single character.",
        zh: "空分隔符或含有换行的分隔符无从判断字段在何处结束。带引号的文件（RFC 4180）只能使用单个字符作分隔符。",
    },
    example: Example::Shown {
        wrong: ".input lease(rfc4180=true, delimiter=\"||\")\n",
        right: ".input lease(delimiter=\"||\")\n",
    },
};
