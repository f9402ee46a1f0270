use crate::{Entry, Example, Severity, Text};

/// The folder of a sealed run holds something already.
pub static SEAL_FOLDER_TAKEN: Entry = Entry {
    code: "SY0700",
    severity: Severity::Error,
    message: Text { en: "`{folder}` is not a new or empty folder", zh: "`{folder}` 不是新目录或空目录" },
    label: Text { en: "", zh: "" },
    help: Text { en: "name a folder that does not exist yet", zh: "请指定尚不存在的目录" },
    explanation: Text { en: "A sealed run is a folder of its own, every file of which is listed with its digest. So that no file of another run can be taken for one of this, a run is sealed into a folder that holds nothing, and a sealed run is never written over.", zh: "封存的运行独占一个目录，其中每个文件都连同摘要列出。为避免把另一次运行的文件误认作本次的，只能封存到空目录，已封存的运行也从不覆盖。" },
    example: Example::Shown { wrong: "$ syllogist run m.dl --seal .\n", right: "$ syllogist run m.dl --seal sealed/2024-06\n" },
};
