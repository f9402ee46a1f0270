use crate::{Entry, Example, Severity, Text};

/// Part of `where` is no condition.
pub static BAD_FILTER: Entry = Entry {
    code: "SY0456",
    severity: Severity::Error,
    message: Text { en: "`{condition}` is no condition that the server can check", zh: "`{condition}` 不是服务器能检查的条件" },
    label: Text { en: "", zh: "" },
    help: Text { en: "write `column = 'text'` (or `<>`, `<`, `<=`, `>`, `>=`), with ` and ` between conditions", zh: "请写作 `列 = '文本'`（或 `<>`、`<`、`<=`、`>`、`>=`），各条件之间用 ` and `" },
    explanation: Text { en: "The server applies these conditions before it sends rows. They compare columns of its table with constants; everything else belongs into rules, where a derivation shows it.", zh: "服务器先按这些条件筛选再传送记录。条件只能将表中的列与常量比较；其他判断应写成规则，由推导展示。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=database, connection=\"land\", table=\"deal\", where=\"price\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=database, connection=\"land\", table=\"deal\", where=\"price >= 100\")\n" },
};
