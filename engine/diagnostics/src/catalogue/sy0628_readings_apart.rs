use crate::{Entry, Example, Severity, Text};

/// Several readings are asked for where one only has a place.
pub static READINGS_APART: Entry = Entry {
    code: "SY0628",
    severity: Severity::Error,
    message: Text {
        en: "`{what}` holds one reading, and {count} are asked for",
        zh: "`{what}` 只能容纳一种读法，而所求有 {count} 种",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "give each parameter one value and run once for each reading, or leave `{what}` out",
        zh: "请给每个参数一个值，逐种读法分别运行，或去掉 `{what}`",
    },
    explanation: Text {
        en: "A parameter with several values asks for readings side by side: the program is evaluated once for each. Files hold facts without the reading they were concluded under, so that two readings in one file could not be told apart.",
        zh: "同一参数给出多个值，即要求把不同读法并列：程序按每种读法各推导一次。文件中的事实不带读法，两种读法写入同一文件便无法区分。",
    },
    example: Example::Shown {
        wrong: "$ syllogist run m.dl --param base=nominal --param base=rolled -D out\n",
        right: "$ syllogist run m.dl --param base=nominal -D out/nominal\n",
    },
};
