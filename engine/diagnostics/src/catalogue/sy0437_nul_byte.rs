use crate::{Entry, Example, Severity, Text};

/// A row holds a byte that no text has.
pub static NUL_BYTE: Entry = Entry {
    code: "SY0437",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}: byte {byte} of the row is zero (NUL), which no text has", zh: "`{file}` {at}：第 {byte} 个字节为零（NUL），文本中不应出现" },
    label: Text { en: "", zh: "" },
    help: Text { en: "ask for the file again: it was damaged on its way, or it is no text; a file that is UTF-16 throughout says `encoding=\"utf-16\"`", zh: "请重新索取文件：它在传输中损坏，或不是文本；若整个文件是 UTF-16，请写 `encoding=\"utf-16\"`" },
    explanation: Text { en: "Blocks of zeros stand where a copy broke off or a disk failed. Inside a name nobody would see them, and the name would equal no other, so the row is not read.", zh: "复制中断或磁盘故障的地方常留下成片的零。它们在姓名中看不见，却会使该姓名与任何姓名都不相等，因此不读取该行。" },
    example: Example::Shown { wrong: "L-1,Zhang\\0\\0\\0\n", right: "L-1,Zhang San\n" },
};
