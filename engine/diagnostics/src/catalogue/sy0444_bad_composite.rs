use crate::{Entry, Example, Severity, Text};

/// A cell is no record or branch of its type.
pub static BAD_COMPOSITE: Entry = Entry {
    code: "SY0444",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: `{text}` is not of type `{type}`: at character {character}, {reason}",
        zh: "`{file}` {at}，列 `{column}`：`{text}` 不是 `{type}` 类型的值：第 {character} 个字符处，{reason}",
    },
    label: Text {
        en: "",
        zh: "",
    },
    help: Text {
        en: "write a record as `[1, a, nil]`, a branch as `$B(x, y)` or `$B`, and quote symbols that hold a comma or a bracket",
        zh: "记录写作 `[1, a, nil]`，分支写作 `$B(x, y)` 或 `$B`；符号中含有逗号或括号的，请加引号",
    },
    explanation: Text {
        en: "A record has as many fields as its type says, a branch those of its name. In quotes a backslash takes the next character as \
             it is. Without quotes a symbol ends at the next comma or at the closing bracket.",
        zh: "记录的字段数须与类型一致，分支的字段须与其名称一致。引号内的反斜杠表示其后的字符照原样读取；不加引号的符号到下一个逗号\
             或右括号为止。",
    },
    example: Example::Shown {
        wrong: ".type Party = [name: symbol, share: number]\n.decl owner(p: Party)\n.input owner\n\n[Zhang, Li, 50]\n",
        right: "[\"Zhang, Li\", 50]\n",
    },
};
