use crate::{Entry, Example, Severity, Text};

/// A program includes more files than the limit.
pub static TOO_MANY_INCLUSIONS: Entry = Entry {
    code: "SY0242",
    severity: Severity::Error,
    message: Text { en: "more than {limit} inclusions", zh: "包含次数超过 {limit}" },
    label: Text { en: "one too many", zh: "超出上限" },
    help: Text {
        en: "put `.once` at the beginning of files that are included from several places",
        zh: "请在被多处包含的文件开头写 `.once`",
    },
    explanation: Text {
        en: "Files that include others twice, which again include others twice, grow without bounds.",
        zh: "一个文件把另一个包含两次，后者又把别的包含两次，数量会无限增长。",
    },
    example: Example::Shown {
        wrong: "// a.dl\n.include \"b.dl\"\n.include \"b.dl\"\n// ... and so on for twenty files",
        right: ".once at the beginning of b.dl",
    },
};
