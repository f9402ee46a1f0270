use crate::{Entry, Example, Severity, Text};

/// A rule file or project file cannot be read.
pub static UNREADABLE_PROGRAM: Entry = Entry {
    code: "SY0607",
    severity: Severity::Error,
    message: Text { en: "`{path}` cannot be read: {reason}", zh: "无法读取 `{path}`：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "make it a plain text file in UTF-8 that you may read",
        zh: "请确认它是有权读取的 UTF-8 纯文本文件",
    },
    explanation: Text {
        en: "Rules and project files are plain texts in UTF-8. A file in another encoding (GBK, UTF-16) would turn names and texts into other ones, so it is refused instead of being guessed at.",
        zh: "规则文件和项目文件是 UTF-8 纯文本。其他编码（GBK、UTF-16）的文件会使名称和文字面目全非，因此予以拒绝，不作猜测。",
    },
    example: Example::Shown {
        wrong: "a rule file saved by an editor as GBK\n",
        right: "the same file saved as UTF-8\n",
    },
};
