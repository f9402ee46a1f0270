use crate::{Entry, Example, Severity, Text};

/// A `.complete` names columns without a file, or a file without columns.
pub static COMPLETE_BY_FILE: Entry = Entry {
    code: "SY0256",
    severity: Severity::Error,
    message: Text {
        en: "the declaration of what `{name}` holds completely lacks `by (..)` or `from \"..\"`",
        zh: "`{name}` 的完整性声明缺少 `by (..)` 或 `from \"..\"`",
    },
    label: Text {
        en: "one of the two is missing",
        zh: "缺少两者之一",
    },
    help: Text {
        en: "write `.complete {name} by (columns) from \"file.csv\"`, or `.complete {name}` alone if it holds everything",
        zh: "请写 `.complete {name} by (列) from \"文件.csv\"`；若该关系毫无遗漏，则只写 `.complete {name}`",
    },
    explanation: Text {
        en: "The file says for which places and periods the records are complete, who declares it and when; the columns say what its places and days mean. Without either nobody knows where a missing record is a fact and where it is only missing.",
        zh: "文件写明哪些地区、哪些期间的记录齐全，由谁、于何时声明；列则说明其中的地区和日期指什么。缺了任何一个，就无法分辨哪里是确实没有、哪里只是记录缺失。",
    },
    example: Example::Program {
        wrong: ".decl filed(case: symbol, district: symbol, day: date, other: date)\n.input filed\n.output filed\n.complete filed by (district)\n",
        right: ".decl filed(case: symbol, district: symbol, day: date, other: date)\n.input filed\n.output filed\n.complete filed by (district) from \"complete.csv\"\n",
    },
};
