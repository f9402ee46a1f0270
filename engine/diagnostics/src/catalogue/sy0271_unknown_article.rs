use crate::{Entry, Example, Severity, Text};

/// A norm is marked as checked, but the corpus has no such article of its law.
pub static UNKNOWN_ARTICLE: Entry = Entry {
    code: "SY0271",
    severity: Severity::Error,
    message: Text {
        en: "the corpus has no `{article}` of `{law}`{elsewhere}",
        zh: "语料中 `{law}` 没有 `{article}`{elsewhere}",
    },
    label: Text {
        en: "marked as checked",
        zh: "标为已核对",
    },
    help: Text {
        en: "correct the heading, or leave `checked` out: then the norm counts as unverified",
        zh: "请改正条号，或删去 `checked`：该规范即为未核对",
    },
    explanation: Text {
        en: "The number of an article moves when a law is amended: the enforcement objection of the Civil Procedure Law was article 225, then 232, now 236. \
             A clue that cites a number which does not exist is wrong on its face. Headings are compared as written, paragraphs and items behind them are left aside.",
        zh: "法律修改后条文编号会变：民事诉讼法的执行异议先为第二百二十五条，后为第二百三十二条，现为第二百三十六条。线索引用不存在的条号，一望即知有误。\
             条号按原样比对，其后的款、项不在比对之内。",
    },
    example: Example::Shown {
        wrong: ".norm 执行异议 { ... article: \"第二百三十三条\" ... }\n",
        right: ".norm 执行异议 { ... article: \"第二百三十六条\" ... }\n",
    },
};
