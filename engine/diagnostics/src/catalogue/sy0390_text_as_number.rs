use crate::{Entry, Example, Severity, Text};

/// `as(x, number)` of a text.
pub static TEXT_AS_NUMBER: Entry = Entry {
    code: "SY0390",
    severity: Severity::Warning,
    message: Text {
        en: "`as` of a text does not read the digits in it",
        zh: "对文本使用 `as`，并不读取其中的数字",
    },
    label: Text { en: "the text's number in this run", zh: "得到的是该文本在本次运行中的编号" },
    help: Text {
        en: "write `to_number(x)` or `to_unsigned(x)` for the number that the text shows, `ord(x)` if its number in the run is meant",
        zh: "要得到文本所写的数，请写 `to_number(x)` 或 `to_unsigned(x)`；若确指运行中的编号，请写 `ord(x)`",
    },
    explanation: Text {
        en: "`as` changes no value, only the type under which it is read. A text is held as a number that says which of the texts of the run it \
             is: `as(\"12\", number)` may be 0 or 5000, and another one tomorrow. A rule that compares it with an amount says nothing about the case.",
        zh: "`as` 不改变值，只改变读取该值的类型。文本在系统内部以编号保存，编号只表明它是本次运行中的第几个文本：`as(\"12\", number)` \
             可能是 0，也可能是 5000，明天又会不同。拿它与金额比较的规则，对案情没有任何意义。",
    },
    example: Example::Program {
        wrong: ".decl cell(s: symbol)\n.decl amount(n: number)\n.output amount\ncell(\"12\").\namount(as(s, number)) :- cell(s).\n",
        right: ".decl cell(s: symbol)\n.decl amount(n: number)\n.output amount\ncell(\"12\").\namount(to_number(s)) :- cell(s).\n",
    },
};
