use crate::{Entry, Example, Severity, Text};

/// Files include others too deeply.
pub static INCLUSION_TOO_DEEP: Entry = Entry {
    code: "SY0137",
    severity: Severity::Error,
    message: Text { en: "`{path}` is included more than {limit} deep", zh: "`{path}` 的包含层数超过 {limit}" },
    label: Text { en: "included here", zh: "在此包含" },
    help: Text { en: "put `#pragma once` at the beginning of files that include each other", zh: "请在相互包含的文件开头写 `#pragma once`" },
    explanation: Text { en: "A file that includes itself, if only by way of others, would be read without end.", zh: "直接或间接包含自身的文件会被无止境地读取。" },
    example: Example::Shown {
        wrong: "// in a.dl\n#include \"a.dl\"\n",
        right: "// in a.dl\n#pragma once\n#include \"a.dl\"\n",
    },
};
