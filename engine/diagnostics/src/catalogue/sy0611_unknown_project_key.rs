use crate::{Entry, Example, Severity, Text};

/// The project file has a key that means nothing.
pub static UNKNOWN_PROJECT_KEY: Entry = Entry {
    code: "SY0611",
    severity: Severity::Error,
    message: Text { en: "`{key}` is no key of a project file", zh: "`{key}` 不是项目文件的键" },
    label: Text { en: "not known{near}", zh: "无法识别{near}" },
    help: Text {
        en: "use `program`, `facts`, `show`, `lang` or `parameters`",
        zh: "可用的键有 `program`、`facts`、`show`、`lang`、`parameters`",
    },
    explanation: Text {
        en: "A key that was passed over in silence could be a misspelt `facts`, and the run would then read other records than intended.",
        zh: "悄悄略过的键可能是写错的 `facts`，运行时读到的就不是所要的记录。",
    },
    example: Example::Shown {
        wrong: "program = \"model.dl\"\nfact = \"records\"\n",
        right: "program = \"model.dl\"\nfacts = \"records\"\n",
    },
};
