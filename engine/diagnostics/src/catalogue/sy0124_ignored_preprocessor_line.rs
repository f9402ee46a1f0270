use crate::{Entry, Example, Severity, Text};

/// The preprocessor is turned off.
pub static IGNORED_PREPROCESSOR_LINE: Entry = Entry {
    code: "SY0124",
    severity: Severity::Warning,
    message: Text { en: "lines that begin with `#` are left out, since the preprocessor is turned off", zh: "预处理器已关闭，以 `#` 开头的行均被略去" },
    label: Text { en: "the first one", zh: "第一处" },
    help: Text { en: "leave `--no-preprocessor` out", zh: "请去掉 `--no-preprocessor`" },
    explanation: Text { en: "With `--no-preprocessor` only line markers (`# 12 \"file\"`) have a meaning. All other lines that begin with `#` are dropped, conditions and definitions too.", zh: "加上 `--no-preprocessor` 后，只有行标记（`# 12 \"file\"`）仍有意义。其他以 `#` 开头的行一律略去，条件和宏定义也不例外。" },
    example: Example::Shown {
        wrong: "syllogist run model.dl --no-preprocessor\n",
        right: "syllogist run model.dl\n",
    },
};
