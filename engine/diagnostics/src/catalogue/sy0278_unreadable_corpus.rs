use crate::{Entry, Example, Severity, Text};

/// The corpus cannot be read.
pub static UNREADABLE_CORPUS: Entry = Entry {
    code: "SY0278",
    severity: Severity::Error,
    message: Text {
        en: "the corpus `{file}` cannot be read: {reason}",
        zh: "语料 `{file}` 无法读取：{reason}",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name a file of texts of law, one JSON object a line: `--norms articles.jsonl`",
        zh: "请指定法律文本文件，每行一个 JSON 对象：`--norms articles.jsonl`",
    },
    explanation: Text {
        en: "`check --norms` compares what the norms of a program quote with the texts in this file. Without them nothing can be said about any norm.",
        zh: "`check --norms` 将程序中规范所引文字与此文件中的文本比对。没有文本，就无从判断任何规范。",
    },
    example: Example::Shown {
        wrong: "syllogist check rules --norms missing.jsonl\n",
        right: "syllogist check rules --norms articles.jsonl\n",
    },
};
