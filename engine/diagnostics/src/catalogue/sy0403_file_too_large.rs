use crate::{Entry, Example, Severity, Text};

/// A record file is larger than the engine reads at once.
pub static FILE_TOO_LARGE: Entry = Entry {
    code: "SY0403",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` is larger than the limit of {limit} bytes",
        zh: "记录文件 `{file}` 超过 {limit} 字节的上限",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text {
        en: "split it and load the parts with one `.input` each: all of them fill the same relation",
        zh: "请将其拆分，每一部分用一个 `.input` 加载：它们都进入同一个关系",
    },
    explanation: Text {
        en: "A record's place is its row, a 32-bit number. Above the limit rows could be numbered beyond what a locator \
             can hold; refusing the file at once is the safer answer. The size is looked up before anything is read.",
        zh: "记录以所在行定位，行号为 32 位数。超过上限时，行号可能超出定位所能容纳的范围；立即拒绝更为稳妥。大小在读\
             取之前即已查明。",
    },
    example: Example::Shown {
        wrong: ".input payment(filename=\"all_years.csv\", rfc4180=true)\n",
        right: ".input payment(filename=\"2022.csv\", rfc4180=true)\n.input payment(filename=\"2023.csv\", rfc4180=true)\n",
    },
};
