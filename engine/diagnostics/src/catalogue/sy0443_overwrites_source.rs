use crate::{Entry, Example, Severity, Text};

/// A result would take the place of a file that the run reads.
pub static OVERWRITES_SOURCE: Entry = Entry {
    code: "SY0443",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` is read by this run and would be replaced by its result",
        zh: "`{file}` 是本次运行读取的文件，会被运行结果取代",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "write the result elsewhere: another folder with `-D`, another `filename`, or another file with `--rejects`",
        zh: "请把结果写到别处：用 `-D` 指定其他目录，改用其他 `filename`，或为 `--rejects` 指定其他文件",
    },
    explanation: Text {
        en: "Records and rules are what every clue rests on. A result that took their place would destroy the evidence, and the next run would read its own output as if an agency had sent it.",
        zh: "记录和规则是每条线索的依据。结果若取代它们，依据就毁了，下次运行还会把自己的输出当成机关的记录来读。",
    },
    example: Example::Shown {
        wrong: ".input lease(filename=\"lease.csv\")\n.output lease(filename=\"lease.csv\")\n\nsyllogist run model.dl -F data -D data\n",
        right: ".input lease(filename=\"lease.csv\")\n.output lease(filename=\"lease.csv\")\n\nsyllogist run model.dl -F data -D results\n",
    },
};
