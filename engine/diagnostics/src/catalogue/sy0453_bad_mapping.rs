use crate::{Entry, Example, Severity, Text};

/// Part of a mapping has not the form of an entry.
pub static BAD_MAPPING: Entry = Entry {
    code: "SY0453",
    severity: Severity::Error,
    message: Text { en: "`{entry}` does not say what gives a column", zh: "`{entry}` 没有说明由什么给出该列" },
    label: Text { en: "", zh: "" },
    help: Text { en: "write `column = field`, `column = field as conversion` or `column = 'text'`, with `;` between entries; names with signs in them stand between backquotes", zh: "请写作 `列 = 字段`、`列 = 字段 as 转换` 或 `列 = '文本'`，各条之间用 `;`；含符号的名称放在反引号中" },
    explanation: Text { en: "A mapping brings the fields of a record and the columns of a relation together by their names, so that a column moved in the agency's table moves nothing in the facts.", zh: "映射按名称把记录的字段与关系的列对应起来，机关的表中调换列的位置，不会使事实错位。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no 案号\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=excel, map=\"no = 案号\")\n" },
};
