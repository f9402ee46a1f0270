use crate::{Entry, Example, Severity, Text};

/// `columns` names a header that the file does not have.
pub static UNKNOWN_HEADER: Entry = Entry {
    code: "SY0406",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` has no header `{name}`", zh: "记录文件 `{file}` 没有表头 `{name}`"
    },
    label: Text {
        en: "column `{column}` of `{relation}` is to be read from it",
        zh: "`{relation}` 的列 `{column}` 应由此读取",
    },
    help: Text {
        en: "{advice}; the headers are {headers}",
        zh: "{advice}；全部表头为：{headers}",
    },
    explanation: Text {
        en: "Headers are compared as they stand, blanks and case included. A column that is not found is never \
             guessed: the wrong one would fill the relation with plausible values.",
        zh: "表头按原样比较，空格和大小写都算在内。找不到的列绝不猜测：选错了列，关系中就会充满看似合理的值。",
    },
    example: Example::Shown {
        wrong: "case_no,amount\n(2023)1,300\n\n.input fine(rfc4180=true, headers=true, columns=\"case_no:amuont\")\n",
        right: ".input fine(rfc4180=true, headers=true, columns=\"case_no:amount\")\n",
    },
};
