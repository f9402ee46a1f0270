use crate::{Entry, Example, Severity, Text};

/// A workbook cannot be read without its password.
pub static ENCRYPTED_WORKBOOK: Entry = Entry {
    code: "SY0461",
    severity: Severity::Error,
    message: Text { en: "the workbook `{file}` is protected by a password", zh: "工作簿 `{file}` 有密码保护" },
    label: Text { en: "read for `{relation}`", zh: "为 `{relation}` 读取" },
    help: Text { en: "open it in the spreadsheet program, remove the password (File, Info, Protect Workbook), and save it", zh: "请在电子表格软件中打开，取消密码（文件、信息、保护工作簿）后保存" },
    explanation: Text { en: "Everything in such a workbook is encrypted. No password is asked for here: it would have to be stored beside the rules, and whoever repeats the run would need it too.", zh: "这种工作簿的全部内容都已加密。此处不询问密码：否则密码须与规则一同保存，重做推导的人也都需要它。" },
    example: Example::Shown { wrong: "deals.xlsx   // opens only with a password\n", right: "deals.xlsx   // saved without a password\n" },
};
