use crate::{Entry, Example, Severity, Text};

/// A parameter lacks keys for which another one, read for the same keys, has values.
pub static PARAMETER_KEYS: Entry = Entry {
    code: "SY0375",
    severity: Severity::Warning,
    message: Text { en: "`{name}` has no value for {keys}, for which `{other}` has one", zh: "`{other}` 对 {keys} 有取值，`{name}` 却没有" },
    label: Text { en: "rules read both for the same keys", zh: "有规则以相同的键同时读取两者" },
    help: Text { en: "add the values", zh: "请补上取值" },
    explanation: Text { en: "A rule reads both parameters for the same keys. Where one of them lacks a key, a case with that key stops the run with an error.", zh: "有规则以相同的键读取这两个参数。其中一个缺少某个键时，遇到该键的案件，运行会报错停止。" },
    example: Example::Program {
        wrong: ".param large_sum(region: symbol) : decimal { (\"A\", 1000m) (\"B\", 1500m) }\n.param huge_sum(region: symbol) : decimal { (\"A\", 9000m) }\n.decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl large(id: symbol)\n.output large\n.decl huge(id: symbol)\n.output huge\nlarge(c) :- case(c, r, _, m), large_sum(r, v), huge_sum(r, w), m >= v, m < w.\nhuge(c) :- case(c, r, _, m), huge_sum(r, w), m >= w.\n",
        right: ".param large_sum(region: symbol) : decimal { (\"A\", 1000m) (\"B\", 1500m) }\n.param huge_sum(region: symbol) : decimal { (\"A\", 9000m) (\"B\", 9900m) }\n.decl case(id: symbol, region: symbol, day: date, amount: decimal)\n.input case\n.decl large(id: symbol)\n.output large\n.decl huge(id: symbol)\n.output huge\nlarge(c) :- case(c, r, _, m), large_sum(r, v), huge_sum(r, w), m >= v, m < w.\nhuge(c) :- case(c, r, _, m), huge_sum(r, w), m >= w.\n",
    },
};
