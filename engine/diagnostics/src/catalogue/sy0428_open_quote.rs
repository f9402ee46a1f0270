use crate::{Entry, Example, Severity, Text};

/// A quoted cell is not closed by the end of the file.
pub static OPEN_QUOTE: Entry = Entry {
    code: "SY0428",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}: a quote is opened and not closed by the end of the file (lines from here: {lines})",
        zh: "`{file}` {at}：引号打开之后，直到文件末尾都没有关闭（其后还有 {lines} 行）",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "close the quote, double a quote that belongs to the text (`\"\"`), or export the file again: it may \
             have been cut off",
        zh: "请补上引号；若引号属于正文，请写成两个（`\"\"`）；也可能是文件被截断，请重新导出",
    },
    explanation: Text {
        en: "Everything behind an open quote is one cell, so all the rows that follow are lost in it. The row \
             counts as one rejected row.",
        zh: "未关闭的引号之后的一切都成为一个单元格，后面各行全部落入其中。该行计为一行被拒绝的记录。",
    },
    example: Example::Shown { wrong: "id,name\n1,\"Zhang\n2,Li\n", right: "id,name\n1,\"Zhang\"\n2,Li\n" },
};
