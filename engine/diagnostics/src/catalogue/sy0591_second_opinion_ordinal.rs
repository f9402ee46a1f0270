use crate::{Entry, Example, Severity, Text};

/// The second opinion meets `ord` of a value that only a dictionary numbers.
pub static SECOND_OPINION_ORDINAL: Entry = Entry {
    code: "SY0591",
    severity: Severity::Error,
    message: Text {
        en: "the second opinion cannot compute `ord` of a symbol, decimal, record or branch, as `{name}` asks",
        zh: "复核引擎无法计算符号、小数、记录或分支的 `ord`，而 `{name}` 用到了它",
    },
    label: Text { en: "uses a dictionary number", zh: "使用了字典编号" },
    help: Text {
        en: "compare the values themselves: `<` orders symbols by code point and decimals by value; records and branches are told apart by `=` and by their fields",
        zh: "请直接比较值本身：`<` 按码位比较符号，按数值比较小数；记录和分支用 `=` 及其字段区分",
    },
    explanation: Text {
        en: "`ord` of such a value is its number in the dictionary of the main evaluator. An independent evaluator has a dictionary \
             of its own and other numbers in it, so the two could not agree. A clue that hangs on such a number hangs on the \
             way the program is stored, not on the records.",
        zh: "这类值的 `ord` 是它在主引擎字典中的编号。独立的求值器有自己的字典，编号不同，两者不可能一致。\
             依赖这种编号的线索，依据的是程序的存储方式，而不是记录本身。",
    },
    example: Example::Shown {
        wrong: "first(x, y) :- person(x), person(y), ord(x) < ord(y).",
        right: "first(x, y) :- person(x), person(y), x < y.",
    },
};
