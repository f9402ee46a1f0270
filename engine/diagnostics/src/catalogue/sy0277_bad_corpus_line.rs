use crate::{Entry, Example, Severity, Text};

/// A line of the corpus is no wording of an article.
pub static BAD_CORPUS_LINE: Entry = Entry {
    code: "SY0277",
    severity: Severity::Error,
    message: Text {
        en: "line {line} of the corpus `{file}` cannot be used: {reason}",
        zh: "语料 `{file}` 第 {line} 行无法使用：{reason}",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "write one JSON object a line with `law`, `article`, `version_from`, `version_to` and `text`",
        zh: "请每行写一个 JSON 对象，含 `law`、`article`、`version_from`、`version_to`、`text`",
    },
    explanation: Text {
        en: "A corpus is compared as a whole or not at all: a line left out would make a right citation look wrong. `version_from` and `version_to` are the first and last \
             day in force, `null` where no later version is known. No two wordings of an article are in force on one day.",
        zh: "语料要么完整使用，要么不用：漏读一行，正确的引用就会显得有误。`version_from`、`version_to` 是施行的首日、末日，没有已知的后续版本写 `null`。\
             同一条文在同一日不得有两个文本。",
    },
    example: Example::Shown {
        wrong: "{\"law\": \"...\", \"article\": \"第一条\", \"version_from\": \"2024\", \"text\": \"...\"}\n",
        right: "{\"law\": \"...\", \"article\": \"第一条\", \"version_from\": \"2024-01-01\", \"version_to\": null, \"text\": \"...\"}\n",
    },
};
