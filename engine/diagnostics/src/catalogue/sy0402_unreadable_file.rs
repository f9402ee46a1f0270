use crate::{Entry, Example, Severity, Text};

/// A record file exists but cannot be read.
pub static UNREADABLE_FILE: Entry = Entry {
    code: "SY0402",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` cannot be read: {reason}",
        zh: "记录文件 `{file}` 无法读取：{reason}",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text { en: "name a file that you are allowed to read", zh: "请指定一个有权读取的文件" },
    explanation: Text {
        en: "The name leads to something that gives no text: a folder, a file of somebody else, a disk that \
             fails. What cannot be read in full is not read at all, since half of the records would look like \
             all of them.",
        zh: "该名称所指之处读不出文本：可能是目录、无权读取的文件，或出错的磁盘。不能完整读取的文件一概不读，因为\
             一半的记录看上去会像是全部。",
    },
    example: Example::Shown {
        wrong: ".input lease(filename=\"leases\")\nwhere leases is a folder\n",
        right: ".input lease(filename=\"leases/2023.csv\", rfc4180=true)\n",
    },
};
