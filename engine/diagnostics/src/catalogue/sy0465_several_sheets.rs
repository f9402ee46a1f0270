use crate::{Entry, Example, Severity, Text};

/// A workbook has several sheets and none is named.
pub static SEVERAL_SHEETS: Entry = Entry {
    code: "SY0465",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` has several sheets, and none of them is named", zh: "工作簿 `{file}` 有多个工作表，而没有写明是哪一个" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "name it: `sheet=\"..\"`; the workbook has {sheets}", zh: "请用 `sheet=\"..\"` 写明；工作簿中有：{sheets}" },
    explanation: Text { en: "Which sheet comes first depends on who saved the workbook last, and hidden sheets do not show. Only a workbook with a single sheet is read without its name.", zh: "哪个工作表排在最前，取决于最后保存的人，隐藏的工作表又看不见。只有单个工作表的工作簿才可不写名称。" },
    example: Example::Shown { wrong: ".input deal(IO=excel, filename=\"deals.xlsx\")\n", right: ".input deal(IO=excel, filename=\"deals.xlsx\", sheet=\"2023\")\n" },
};
