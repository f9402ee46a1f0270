use crate::{Entry, Example, Severity, Text};

/// Something that starts like a number and is none.
pub static MALFORMED_NUMBER: Entry = Entry {
    code: "SY0112",
    severity: Severity::Error,
    message: Text { en: "`{text}` is not a number", zh: "`{text}` 不是数字" },
    label: Text { en: "not a number", zh: "不是数字" },
    help: Text {
        en: "write `12`, `0x1F`, `0b101`, `12u`, `1.5`, `12.50m` or `10.0.0.1`, and a blank before a word that \
             follows",
        zh: "请写成 `12`、`0x1F`、`0b101`、`12u`、`1.5`、`12.50m` 或 `10.0.0.1`；后面跟单词时先空一格",
    },
    explanation: Text {
        en: "Numbers have no grouping commas, no exponent, no unit and no percent sign (70% is `0.7m`); each part of an address is at most 255. A \
             name cannot start with a digit.",
        zh: "数字不带千位分隔符、指数、单位和百分号（70% 写作 `0.7m`）；地址的每一段至多为 255。名称不能以数字开头。",
    },
    example: Example::Program {
        wrong: ".decl rent(amount: decimal)\n.output rent\nrent(1_000m).\n",
        right: ".decl rent(amount: decimal)\n.output rent\nrent(1000.50m).\n",
    },
};
