use crate::{Entry, Example, Severity, Text};

/// The formula of a cell ended in an error.
pub static FAILED_FORMULA: Entry = Entry {
    code: "SY0434",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}, column `{column}`: its formula ended in the error `{text}`", zh: "`{file}` {at}，列 `{column}`：公式出错，结果为 `{text}`" },
    label: Text { en: "", zh: "" },
    help: Text { en: "correct the formula or the cell it refers to, and save the workbook; or collect such rows with `--rejects FILE`", zh: "请改正公式或其引用的单元格并保存工作簿；或用 `--rejects FILE` 收集这样的行" },
    explanation: Text { en: "An error is no value. Reading it as an empty cell or as a text would turn a mistake in a sheet into a fact.", zh: "错误不是值。把它当作空单元格或文本，就会把表格中的错误变成事实。" },
    example: Example::Shown { wrong: "=VLOOKUP(A2, 名单!A:B, 2)   // shows #N/A\n", right: "the cell holds a value\n" },
};
