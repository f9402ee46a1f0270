use crate::{Entry, Example, Severity, Text};

/// A record is named by a file that the program does not read.
pub static UNKNOWN_RECORD_FILE: Entry = Entry {
    code: "SY0641",
    severity: Severity::Error,
    message: Text { en: "no records of this program come from `{file}`{near}", zh: "本程序的记录没有来自 `{file}` 的{near}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "name the file as the program's `.input` does: {files}", zh: "请按程序中 `.input` 的写法给出文件名：{files}" },
    explanation: Text {
        en: "A record is known by its source and its row. A file that nothing is read from has no records, so the question would always be answered with nothing.",
        zh: "记录由来源和行号指明。程序没有读取的文件没有记录，若照此回答，只能永远是“没有”。",
    },
    example: Example::Shown { wrong: "syllogist impact model.dl --record leese.csv:12\n", right: "syllogist impact model.dl --record lease.csv:12\n" },
};
