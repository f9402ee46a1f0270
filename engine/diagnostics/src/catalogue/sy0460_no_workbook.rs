use crate::{Entry, Example, Severity, Text};

/// A file is no workbook.
pub static NO_WORKBOOK: Entry = Entry {
    code: "SY0460",
    severity: Severity::Error,
    message: Text { en: "`{file}` is no workbook", zh: "`{file}` 不是工作簿" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "open it in the spreadsheet program and save it as .xlsx; or read it as what it is, CSV for instance", zh: "请用电子表格软件打开并另存为 .xlsx；或按其实际格式读取，例如 CSV" },
    explanation: Text { en: "What a file is shows in its first bytes, not in its name. Systems of agencies often give a web page or a text the ending .xls; spreadsheet programs open it after a question, but it has neither sheets nor types.", zh: "文件的格式由开头的字节决定，而不是名称。机关的系统常把网页或文本命名为 .xls；电子表格软件在提示后仍会打开，但其中没有工作表，也没有类型。" },
    example: Example::Shown { wrong: ".input deal(IO=excel, filename=\"deals.csv\")\n", right: ".input deal(filename=\"deals.csv\", rfc4180=true, headers=true)\n" },
};
