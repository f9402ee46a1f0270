use crate::{Entry, Example, Severity, Text};

/// A packed record file cannot be unpacked.
pub static DAMAGED_PACKED: Entry = Entry {
    code: "SY0446",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` is packed and damaged: {reason}",
        zh: "记录文件 `{file}` 是已损坏的压缩文件：{reason}",
    },
    label: Text {
        en: "relation `{relation}` reads it here",
        zh: "关系 `{relation}` 在此读取",
    },
    help: Text {
        en: "pack or copy the file again; `gzip -t` or `zstd -t` tests it",
        zh: "请重新压缩或复制该文件；可用 `gzip -t` 或 `zstd -t` 检验",
    },
    explanation: Text {
        en: "A file whose first bytes are those of gzip or zstd is unpacked while it is read. The checks at its end tell whether it is whole; a \
             part of the records is not taken for all of them.",
        zh: "以 gzip 或 zstd 字节开头的文件在读取时解压，其末尾的校验表明文件是否完整。部分记录绝不会当作全部记录。",
    },
    example: Example::Shown {
        wrong: "the copy of lease.csv.gz was broken off\n",
        right: "gzip -t lease.csv.gz\n",
    },
};
