use crate::{Entry, Example, Severity, Text};

/// `but .. when ..` behind a comparison that gives no value.
pub static PROVISO_OF_NO_VALUE: Entry = Entry {
    code: "SY0332",
    severity: Severity::Error,
    message: Text { en: "`but` changes a value, and this comparison gives none", zh: "`but` 用来改变取值，而此比较不给出值" },
    label: Text { en: "not an `=`", zh: "此处不是 `=`" },
    help: Text { en: "write `x = value but other when condition(..)`", zh: "请写成 `x = 值 but 另一值 when 条件(..)`" },
    explanation: Text { en: "A proviso says that a value changes where its condition holds: `limit = 15 but 30 when immovable(x)`. Behind any other comparison it is not clear what would change.", zh: "但书表示条件成立时取值改变，例如 `limit = 15 but 30 when immovable(x)`。用在其他比较之后，无从知道改变的是什么。" },
    example: Example::Program {
        wrong: ".decl notice(id: symbol, days: number)\n.input notice\n.decl immovable(id: symbol)\n.input immovable\n.complete immovable\n.decl late(id: symbol)\n.output late\nlate(a) :- notice(a, n), n < 15 but 30 when immovable(a).\n",
        right: ".decl notice(id: symbol, days: number)\n.input notice\n.decl immovable(id: symbol)\n.input immovable\n.complete immovable\n.decl late(id: symbol)\n.output late\nlate(a) :- notice(a, n), limit = 15 but 30 when immovable(a), n < limit.\n",
    },
};
