use crate::{Entry, Example, Severity, Text};

/// A norm is marked as checked for a time in which the corpus has no one wording of the article.
pub static NOT_IN_CORPUS_THEN: Entry = Entry {
    code: "SY0274",
    severity: Severity::Error,
    message: Text {
        en: "the corpus has no wording of `{article}` of `{law}` for the whole time {time}",
        zh: "语料中 `{law}` `{article}` 没有一个文本覆盖全部时间（{time}）",
    },
    label: Text {
        en: "the corpus has: {known}",
        zh: "语料所载：{known}",
    },
    help: Text {
        en: "give each wording a `version` with the days of the corpus; for a time without a text write a `version` without `checked`",
        zh: "请为每一文本各写一个 `version`，日期同语料；没有文本的时间另写不带 `checked` 的 `version`",
    },
    explanation: Text {
        en: "A version of a norm is a wording and the days on which it was the law. Quoting today's wording for an act of a time whose text nobody has seen \
             is the mistake that this finds. A last day before that of the corpus is no mistake, a first day before that of the corpus is.",
        zh: "规范的一个版本，是一个文本加上它有效的日子。行为发生时的条文谁也没有见过，却套用今天的文字，正是此处要发现的错误。\
             末日早于语料所载不算错，首日早于语料所载则是错误。",
    },
    example: Example::Shown {
        wrong: "in_force: d\"2013-01-01\" ..\nwhere the corpus has the article from 2024-01-01\n",
        right: "version { in_force: d\"2013-01-01\" .. d\"2023-12-31\" ... }          // unverified\nversion { in_force: d\"2024-01-01\" .. text: \"...\" checked: ... }\n",
    },
};
