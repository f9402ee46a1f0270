use crate::{Entry, Example, Severity, Text};

/// A cell is longer than any cell of a table.
pub static CELL_TOO_LONG: Entry = Entry {
    code: "SY0429",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: the cell is longer than the limit of {limit} bytes",
        zh: "`{file}` {at}，列 `{column}`：单元格超过 {limit} 字节的上限",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "check the quotes and line breaks around it, or keep such texts in files of their own and load their \
             names",
        zh: "请检查其前后的引号与换行，或将这样的文本另存为文件，只加载文件名",
    },
    explanation: Text {
        en: "A cell of that size is nearly always a sign of a damaged file: a quote in the wrong place, or no \
             line breaks.",
        zh: "如此之长的单元格几乎总是文件损坏的迹象：引号错位，或没有换行。",
    },
    example: Example::Shown { wrong: "id,text\n1,\"a text of 20 MB\"\n", right: "id,text\n1,judgement-1.txt\n" },
};
