use crate::{Entry, Example, Severity, Text};

/// An option of the dialect has no effect here.
pub static IGNORED_OPTION: Entry = Entry {
    code: "SY0618",
    severity: Severity::Warning,
    message: Text { en: "`{option}` has no effect here: {words}", zh: "`{option}` 在此不起作用：{words}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "leave it out", zh: "请去掉它" },
    explanation: Text { en: "Command lines written for other engines of the language are taken as they are where the result is the same. What has no effect is named, so that nobody relies on it.", zh: "为同一语言的其他引擎所写的命令行，只要结果相同就照常接受。不起作用的选项会被指出，以免有人依赖它。" },
    example: Example::Shown {
        wrong: "syllogist run model.dl -m lease\n",
        right: "syllogist run model.dl\n",
    },
};
