use crate::{Entry, Example, Severity, Text};

/// A workbook would be too large when unpacked.
pub static WORKBOOK_TOO_LARGE: Entry = Entry {
    code: "SY0463",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` has {size} bytes when unpacked, more than the {limit} that are read", zh: "工作簿 `{file}` 解压后有 {size} 字节，超过可读取的 {limit} 字节" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "split the table into several workbooks, or export it as CSV or Parquet", zh: "请把表分成几个工作簿，或导出为 CSV 或 Parquet" },
    explanation: Text { en: "Workbooks are packed. A small file can hold so much that it fills the memory of any machine, by mistake or on purpose; therefore the size is looked at before anything is unpacked.", zh: "工作簿是压缩过的。很小的文件也可能装有足以占满任何机器内存的内容，无论出于失误还是有意；因此在解压之前先查看大小。" },
    example: Example::Shown { wrong: "deals.xlsx   // 40 KB that unpack to 40 GB\n", right: "deals.parquet\n" },
};
