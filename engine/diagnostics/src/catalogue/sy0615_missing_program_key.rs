use crate::{Entry, Example, Severity, Text};

/// The project file does not name its program.
pub static MISSING_PROGRAM_KEY: Entry = Entry {
    code: "SY0615",
    severity: Severity::Error,
    message: Text {
        en: "the project file does not say which file is the program", zh: "项目文件没有写明程序文件"
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "add the line `program = \"model.dl\"` to {file}",
        zh: "请在 {file} 中加入 `program = \"model.dl\"`",
    },
    explanation: Text {
        en: "A project consists of one program, the files it includes, and the folder of its records.",
        zh: "项目由一个程序、它所包含的文件和记录目录组成。",
    },
    example: Example::Shown { wrong: "lang = \"zh\"\n", right: "program = \"model.dl\"\nlang = \"zh\"\n" },
};
