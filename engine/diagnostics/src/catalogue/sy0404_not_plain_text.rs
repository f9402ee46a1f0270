use crate::{Entry, Example, Severity, Text};

/// A record file begins like something other than UTF-8 text.
pub static NOT_PLAIN_TEXT: Entry = Entry {
    code: "SY0404",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` is {kind}, not UTF-8 text",
        zh: "记录文件 `{file}` 是{kind}，不是 UTF-8 文本",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "give a text file in UTF-8: {advice}", zh: "请提供 UTF-8 文本文件：{advice}" },
    explanation: Text {
        en: "The first bytes of a file tell compressed files, workbooks and other encodings apart from UTF-8 \
             text. Read as text they would give rows that nobody wrote.",
        zh: "文件开头的几个字节足以区分压缩文件、工作簿、其他编码与 UTF-8 文本。若当作文本读取，得到的将是谁也没有写过的记录。",
    },
    example: Example::Shown {
        wrong: ".input lease(filename=\"lease.xlsx\", rfc4180=true)\n",
        right: ".input lease(filename=\"lease.csv\", rfc4180=true)\nwhere the sheet was saved as CSV UTF-8\n",
    },
};
