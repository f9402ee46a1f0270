use crate::{Entry, Example, Severity, Text};

/// A link, folder or device stands for a file of a sealed run, or a name leads out of it.
pub static SEALED_NO_FILE: Entry = Entry {
    code: "SY0704",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run is no file inside of it", zh: "封存运行的 `{file}` 不是其目录内的普通文件" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask whoever handed the run over for an unchanged copy, and compare the digest of the run", zh: "请向移交者索取未经改动的副本，并核对运行的摘要" },
    explanation: Text { en: "The files of a sealed run are read as they lie in its folder. A symbolic link may lead to another file tomorrow, and a name with `..` to one outside: neither is followed.", zh: "封存运行的文件按其在目录中的原样读取。符号链接日后可能指向别的文件，含有 `..` 的名称会指向目录之外，二者都不予读取。" },
    example: Example::Shown { wrong: "$ ln -s /elsewhere/proof.json run/proof.json\n", right: "syllogist verify run\n" },
};
