use crate::{Entry, Example, Severity, Text};

/// More rows were rejected than are shown one by one.
pub static MORE_REJECTS: Entry = Entry {
    code: "SY0430",
    severity: Severity::Error,
    message: Text { en: "further rows that cannot be read: {count}", zh: "另有 {count} 行无法读取" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "collect all of them with `--rejects FILE`: the run then goes on without them",
        zh: "用 `--rejects FILE` 可将其全部收集：运行将略过它们继续进行",
    },
    explanation: Text {
        en: "Only the first rejected rows are shown, since the same mistake usually repeats. The file written by \
             `--rejects` lists every one with its file, row, column and reason.",
        zh: "同样的错误通常会反复出现，因此只显示最先的若干行。`--rejects` 写出的文件逐一列明每一行的文件、行号、列与原因。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl\n",
        right: "syllogist run model.dl --rejects rejects.csv\n",
    },
};
