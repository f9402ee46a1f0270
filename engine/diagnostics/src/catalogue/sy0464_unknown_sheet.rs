use crate::{Entry, Example, Severity, Text};

/// A workbook has no sheet of this name.
pub static UNKNOWN_SHEET: Entry = Entry {
    code: "SY0464",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` has no sheet `{sheet}`", zh: "工作簿 `{file}` 没有工作表 `{sheet}`" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "name one of its sheets: {sheets}", zh: "请写明其中的一个工作表：{sheets}" },
    explanation: Text { en: "A sheet is found by its name as it stands on its tab, letter by letter, blanks included.", zh: "工作表按标签上的名称查找，逐字对应，包括空格。" },
    example: Example::Shown { wrong: ".input deal(IO=excel, sheet=\"2O23\")\n", right: ".input deal(IO=excel, sheet=\"2023\")\n" },
};
