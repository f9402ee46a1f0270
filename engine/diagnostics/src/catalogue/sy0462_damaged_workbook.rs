use crate::{Entry, Example, Severity, Text};

/// A workbook cannot be read to its end.
pub static DAMAGED_WORKBOOK: Entry = Entry {
    code: "SY0462",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` is damaged: {reason}", zh: "工作簿 `{file}` 已损坏：{reason}" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "take the file from its source again; or open it in the spreadsheet program, let that repair it, look at what it lost, and save it", zh: "请从来源处重新取得该文件；或用电子表格软件打开并修复，核对丢失的内容后保存" },
    explanation: Text { en: "A sheet that cannot be read to its end gives no facts at all: a part of the records would look like all of them.", zh: "不能读到末尾的工作表不产生任何事实：一部分记录会被误认为全部。" },
    example: Example::Shown { wrong: "deals.xlsx   // copied only in part\n", right: "deals.xlsx   // whole\n" },
};
