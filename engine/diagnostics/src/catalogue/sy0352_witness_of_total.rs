use crate::{Entry, Example, Severity, Text};

/// A variable inside `count`, `sum` or `mean` is used outside, where nothing gives it a value.
pub static WITNESS_OF_TOTAL: Entry = Entry {
    code: "SY0352",
    severity: Severity::Error,
    message: Text { en: "`{name}` has no value outside this `{op}`", zh: "`{name}` 在此 `{op}` 之外没有取值" },
    label: Text { en: "a row of many", zh: "众多行中的一行" },
    help: Text {
        en: "bind `{name}` outside by an atom of its own: `p({name}), n = {op} ..`",
        zh: "请在外面用单独的原子给 `{name}` 赋值：`p({name}), n = {op} ..`",
    },
    explanation: Text {
        en: "`min` and `max` are attained by certain rows, whose other values may be used outside. A count, sum or mean belongs to all rows together and singles none out.",
        zh: "`min` 和 `max` 在特定的行取得，这些行的其他值可以在外面使用。计数、求和与平均属于全部行，不指向其中任何一行。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl total(id: symbol, rent: number)\n.output total\ntotal(x, n) :- n = sum r : lease(x, r).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl total(id: symbol, rent: number)\n.output total\ntotal(x, n) :- lease(x, _), n = sum r : lease(x, r).\n",
    },
};
