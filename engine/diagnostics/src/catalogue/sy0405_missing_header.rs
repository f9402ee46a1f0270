use crate::{Entry, Example, Severity, Text};

/// A file that should begin with a header is empty.
pub static MISSING_HEADER: Entry = Entry {
    code: "SY0405",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` is empty but should begin with a header",
        zh: "记录文件 `{file}` 为空，但应以表头开始",
    },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text {
        en: "export the file again with its header, or remove `headers=true`: an empty file without a header is \
             an empty relation",
        zh: "请重新导出带表头的文件，或删去 `headers=true`：没有表头的空文件即为空关系",
    },
    explanation: Text {
        en: "An export of a table without rows still has its header. A file without even that is usually an \
             export that failed, and its records would be missing without anybody knowing.",
        zh: "没有数据行的表导出后仍有表头。连表头也没有的文件多半是导出失败，其记录会在无人察觉的情况下缺失。",
    },
    example: Example::Shown {
        wrong: "an empty file, read by\n.input lease(rfc4180=true, headers=true)\n",
        right: "lease,from,to\n",
    },
};
