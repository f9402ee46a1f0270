use crate::{Entry, Example, Severity, Text};

/// Two sheets of a workbook have one name.
pub static SHEET_TWICE: Entry = Entry {
    code: "SY0466",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` has {count} sheets `{sheet}`", zh: "工作簿 `{file}` 有 {count} 个名为 `{sheet}` 的工作表" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "rename one of them in the spreadsheet program and save the workbook", zh: "请在电子表格软件中为其中一个改名，然后保存工作簿" },
    explanation: Text { en: "Spreadsheet programs do not allow this; programs that write workbooks do it by mistake. A record would then have a place that two rows share.", zh: "电子表格软件不允许同名工作表，但由程序生成的工作簿可能误犯。这样，两行记录会对应同一个出处。" },
    example: Example::Shown { wrong: "sheets: 2023, 2023\n", right: "sheets: 2023, 2023 (2)\n" },
};
