use crate::{Entry, Example, Severity, Text};

/// A norm is marked as checked, but the corpus has no law of its title.
pub static UNKNOWN_LAW: Entry = Entry {
    code: "SY0270",
    severity: Severity::Error,
    message: Text {
        en: "the corpus has no law with the title `{law}`{near}",
        zh: "语料中没有标题为 `{law}` 的法律文件{near}",
    },
    label: Text {
        en: "marked as checked",
        zh: "标为已核对",
    },
    help: Text {
        en: "write the full title as the corpus has it, or leave `checked` out: then the norm counts as unverified",
        zh: "请写语料所用的全称，或删去 `checked`：该规范即为未核对",
    },
    explanation: Text {
        en: "A norm with `checked` claims that somebody compared its words with a text. `check --norms` repeats the comparison. Where the corpus has no such law, \
             nobody who reads a clue can do the same; a short title is the usual reason.",
        zh: "写有 `checked` 的规范，等于声明有人将所引文字与正式文本比对过；`check --norms` 重做这一比对。语料中没有这部法律，\
             看线索的人便无从复核。最常见的原因是写了简称。",
    },
    example: Example::Shown {
        wrong: ".norm 民法典_725 {\n  law: \"民法典\"\n  ...\n}\n",
        right: ".norm 民法典_725 {\n  law: \"中华人民共和国民法典\"\n  ...\n}\n",
    },
};
