use crate::{Entry, Example, Severity, Text};

/// A folder is named as the program but holds no project file.
pub static NO_PROJECT: Entry = Entry {
    code: "SY0606",
    severity: Severity::Error,
    message: Text {
        en: "the folder `{path}` holds no `syllogist.toml`", zh: "目录 `{path}` 中没有 `syllogist.toml`"
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name a `.dl` file in it, or write a `syllogist.toml` with the line `program = \"model.dl\"`",
        zh: "请指明其中的 `.dl` 文件，或写一个含有 `program = \"model.dl\"` 的 `syllogist.toml`",
    },
    explanation: Text {
        en: "A folder is a project only with a `syllogist.toml`, which says which of its files is the program and where the records are. (`check` takes any folder.)",
        zh: "目录中有 `syllogist.toml` 才是项目，其中写明哪个文件是程序、记录在哪里。（`check` 可用于任何目录。）",
    },
    example: Example::Shown {
        wrong: "syllogist run rules/models\n",
        right: "syllogist run rules/models/long_lease.dl\n",
    },
};
