use crate::{Entry, Example, Severity, Text};

/// The words that a norm quotes do not stand in the article.
pub static QUOTATION_DIFFERS: Entry = Entry {
    code: "SY0272",
    severity: Severity::Error,
    message: Text {
        en: "the words that `{name}` quotes do not stand in `{article}`",
        zh: "`{name}` 所引文字不见于 `{article}`",
    },
    label: Text {
        en: "compared: {how}",
        zh: "比对：{how}",
    },
    help: Text {
        en: "copy the words from the corpus, in one piece; where the article was amended, give each wording a `version` of its own",
        zh: "请从语料照抄连续的文字；条文有过修改的，每一文本各写一个 `version`",
    },
    explanation: Text {
        en: "What a norm quotes is shown to the people who decide on a clue. It has to be what the law says on that day, word by word, without omissions. \
             Words of an earlier or later version are the usual reason.",
        zh: "规范所引文字会出示给决定线索去留的人，必须与当日有效的条文逐字一致，中间不得省略。最常见的原因是引了此前或此后的文本。",
    },
    example: Example::Shown {
        wrong: "text: \"租赁期限不得超过三十年。\"\n",
        right: "text: \"租赁期限不得超过二十年。\"\n",
    },
};
