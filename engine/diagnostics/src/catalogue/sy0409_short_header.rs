use crate::{Entry, Example, Severity, Text};

/// The header has fewer fields than the relation needs.
pub static SHORT_HEADER: Entry = Entry {
    code: "SY0409",
    severity: Severity::Error,
    message: Text {
        en: "the header of the record file `{file}` has too few fields for column `{column}`: {found} instead of {needed}",
        zh: "记录文件 `{file}` 的表头字段不足：列 `{column}` 需要 {needed} 个，只有 {found} 个",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text {
        en: "say with `columns` which field gives which column, counting from 0, check `delimiter`, or declare \
             fewer columns",
        zh: "请用 `columns` 说明各列取自哪个字段（从 0 起），检查 `delimiter`，或少声明几列",
    },
    explanation: Text {
        en: "Every row has as many fields as the header, so no row of this file could be read. A delimiter that \
             does not occur in the file is the usual reason.",
        zh: "每一行的字段数都与表头相同，因此该文件没有一行能够读取。常见原因是文件中并未使用所写的分隔符。",
    },
    example: Example::Shown {
        wrong: "id;amount\nA;300\n\n.input fine(rfc4180=true, headers=true)\n",
        right: ".input fine(rfc4180=true, headers=true, delimiter=\";\")\n",
    },
};
