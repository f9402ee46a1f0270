use crate::{Entry, Example, Severity, Text};

/// A key of the project file has a value of the wrong kind.
pub static BAD_PROJECT_VALUE: Entry = Entry {
    code: "SY0612",
    severity: Severity::Error,
    message: Text { en: "`{key}` needs {expected}", zh: "`{key}` 应为：{expected}" },
    label: Text { en: "this is something else", zh: "此处不是" },
    help: Text { en: "write {expected}", zh: "请写成：{expected}" },
    explanation: Text {
        en: "`program` and `facts` are paths relative to the project file, `show` is a list of relation names, `lang` is `\"zh\"` or `\"en\"`.",
        zh: "`program` 和 `facts` 是相对于项目文件的路径，`show` 是关系名列表，`lang` 为 `\"zh\"` 或 `\"en\"`。",
    },
    example: Example::Shown { wrong: "show = \"线索\"\n", right: "show = [\"线索\"]\n" },
};
