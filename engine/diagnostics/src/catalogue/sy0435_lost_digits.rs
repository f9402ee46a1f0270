use crate::{Entry, Example, Severity, Text};

/// A long number was saved as a number.
pub static LOST_DIGITS: Entry = Entry {
    code: "SY0435",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}, column `{column}`: `{text}` was saved as a number and has lost digits", zh: "`{file}` {at}，列 `{column}`：`{text}` 被存为数字，已丢失位数" },
    label: Text { en: "", zh: "" },
    help: Text { en: "take the numbers from the agency's system again, into cells formatted as text before anything is typed into them", zh: "请从原系统重新取得这些号码，并在录入前将单元格设为文本格式" },
    explanation: Text { en: "Spreadsheets keep 15 digits of a number. An identity number of 18 digits saved as one ends in zeros: it is the number of somebody else, or of nobody.", zh: "电子表格的数字只保留 15 位。18 位证件号码存为数字后末尾变成零，就成了他人的号码，或者不存在的号码。" },
    example: Example::Shown { wrong: "110101199003070000   // typed as a number\n", right: "110101199003070011   // typed as text\n" },
};
