use crate::{Entry, Example, Severity, Text};

/// The project file is no TOML.
pub static MALFORMED_PROJECT: Entry = Entry {
    code: "SY0610",
    severity: Severity::Error,
    message: Text { en: "the project file is not well-formed here", zh: "项目文件此处格式有误" },
    label: Text { en: "TOML does not allow this", zh: "TOML 不允许这样写" },
    help: Text {
        en: "write lines of the form `key = \"value\"`; a key with other characters than A-Z, 0-9, `_` and `-` needs quotes too",
        zh: "请按 `键 = \"值\"` 的格式书写；键中若有 A-Z、0-9、`_`、`-` 以外的字符，也要加引号",
    },
    explanation: Text {
        en: "`syllogist.toml` is a TOML file: keys, `=`, and values, where texts stand in straight double quotes.",
        zh: "`syllogist.toml` 是 TOML 文件：键、`=`、值，文字写在半角双引号内。",
    },
    example: Example::Shown { wrong: "program = model.dl\n", right: "program = \"model.dl\"\n" },
};
