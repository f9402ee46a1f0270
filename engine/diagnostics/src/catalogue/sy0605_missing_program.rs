use crate::{Entry, Example, Severity, Text};

/// The rule file, project or folder named on the command line is not there.
pub static MISSING_PROGRAM: Entry = Entry {
    code: "SY0605",
    severity: Severity::Error,
    message: Text {
        en: "there is no rule file, project or folder `{path}`",
        zh: "没有名为 `{path}` 的规则文件、项目或目录",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "correct the path; it is looked up in the current folder",
        zh: "请改正路径；路径从当前目录开始查找",
    },
    explanation: Text {
        en: "The program is a `.dl` file, or a folder with a `syllogist.toml`.",
        zh: "程序是一个 `.dl` 文件，或含有 `syllogist.toml` 的目录。",
    },
    example: Example::Shown {
        wrong: "syllogist run exmaples/long_lease_auction\n",
        right: "syllogist run examples/long_lease_auction\n",
    },
};
