use crate::{Entry, Example, Severity, Text};

/// A file includes itself, directly or through others.
pub static INCLUDE_CYCLE: Entry = Entry {
    code: "SY0241",
    severity: Severity::Error,
    message: Text { en: "`{path}` is being read already and includes itself", zh: "`{path}` 正在读取，又包含了自身" },
    label: Text { en: "included again", zh: "再次包含" },
    help: Text {
        en: "remove one of the inclusions, or put `.once` at the beginning of the file",
        zh: "请删去其中一处包含，或在文件开头写 `.once`",
    },
    explanation: Text {
        en: "Files that include each other would be read without end. `.once` makes a file count the first \
             time only.",
        zh: "互相包含的文件会无休止地读下去。`.once` 使文件只在第一次被读取时计入。",
    },
    example: Example::Shown {
        wrong: "// a.dl\n.include \"b.dl\"\n\n// b.dl\n.include \"a.dl\"",
        right: "// a.dl\n.once\n.include \"b.dl\"\n\n// b.dl\n.include \"a.dl\"",
    },
};
