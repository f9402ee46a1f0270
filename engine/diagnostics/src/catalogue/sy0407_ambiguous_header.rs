use crate::{Entry, Example, Severity, Text};

/// `columns` names a header that stands in the file more than once.
pub static AMBIGUOUS_HEADER: Entry = Entry {
    code: "SY0407",
    severity: Severity::Error,
    message: Text {
        en: "the header `{name}` stands {count} times in the record file `{file}`",
        zh: "表头 `{name}` 在记录文件 `{file}` 中出现 {count} 次",
    },
    label: Text {
        en: "column `{column}` of `{relation}` is to be read from it",
        zh: "`{relation}` 的列 `{column}` 应由此读取",
    },
    help: Text {
        en: "rename one of them, or choose the field by its number in `columns`, counting from 0: here {fields}",
        zh: "请改名其中之一，或在 `columns` 中用序号（从 0 起）选定字段：此处为：{fields}",
    },
    explanation: Text {
        en: "Joined tables often repeat a header (`date` of the case and `date` of the payment). Which one is \
             meant only the author knows.",
        zh: "合并而成的表常有重复的表头（如立案的 `date` 与付款的 `date`）。指的是哪一个，只有作者知道。",
    },
    example: Example::Shown {
        wrong: "id,date,date\n\n.input paid(rfc4180=true, headers=true, columns=\"id:date\")\n",
        right: ".input paid(rfc4180=true, headers=true, columns=\"id:2\")\n",
    },
};
