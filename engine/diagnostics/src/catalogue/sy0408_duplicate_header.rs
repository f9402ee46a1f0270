use crate::{Entry, Example, Severity, Text};

/// A header stands in the file more than once; nothing refers to it by name.
pub static DUPLICATE_HEADER: Entry = Entry {
    code: "SY0408",
    severity: Severity::Warning,
    message: Text {
        en: "the header `{name}` stands {count} times in the record file `{file}`",
        zh: "表头 `{name}` 在记录文件 `{file}` 中出现 {count} 次",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text {
        en: "make sure that the right fields are read; they have the numbers {fields}, counting from 0",
        zh: "请确认读取的字段无误；它们的序号（从 0 起）为：{fields}",
    },
    explanation: Text {
        en: "Fields are read by their place here, so nothing is ambiguous. A repeated header is nevertheless a \
             sign of a joined or damaged table.",
        zh: "此处按位置读取字段，因此并无歧义。但重复的表头往往表明该表由合并而成或已损坏。",
    },
    example: Example::Shown {
        wrong: "id,date,date\n\n.input paid(rfc4180=true, headers=true)\n",
        right: "id,filed,paid\n",
    },
};
