use crate::{Entry, Example, Severity, Text};

/// A sealed run holds a file that its manifest does not list.
pub static SEALED_FILE_EXTRA: Entry = Entry {
    code: "SY0703",
    severity: Severity::Error,
    message: Text { en: "`{file}` is no part of the sealed run", zh: "`{file}` 不属于封存的运行" },
    label: Text { en: "", zh: "" },
    help: Text { en: "remove what somebody added, or keep it elsewhere", zh: "请移走他人添加的文件，或另存他处" },
    explanation: Text { en: "Whatever lies in the folder of a sealed run could be taken for a part of it. So nothing may lie there that the manifest does not list.", zh: "封存目录中的任何文件都可能被误认为其组成部分，因此其中不得有清单未列的文件。" },
    example: Example::Shown { wrong: "$ cp notes.txt run/\n$ syllogist verify run\n", right: "$ mv run/notes.txt .\n$ syllogist verify run\n" },
};
