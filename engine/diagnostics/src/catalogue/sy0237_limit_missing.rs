use crate::{Entry, Example, Severity, Text};

/// A `.limitsize` without `n`.
pub static LIMIT_MISSING: Entry = Entry {
    code: "SY0237",
    severity: Severity::Error,
    message: Text { en: "`.limitsize` does not say how many tuples are enough", zh: "`.limitsize` 没有写明元组达到多少即可停止" },
    label: Text { en: "`n` is missing", zh: "缺少 `n`" },
    help: Text { en: "write `.limitsize R(n=1000)`", zh: "请写成 `.limitsize R(n=1000)`" },
    explanation: Text {
        en: "`.limitsize R(n=N)` ends the rounds of R's stratum once R holds N tuples.",
        zh: "`.limitsize R(n=N)` 表示 R 的元组达到 N 个时结束其所在层的迭代。",
    },
    example: Example::Program {
        wrong: ".decl r(x: number)\n.limitsize r\n.output r\nr(1).\nr(x + 1) :- r(x), x < 9.\n",
        right: ".decl r(x: number)\n.limitsize r(n=5)\n.output r\nr(1).\nr(x + 1) :- r(x), x < 9.\n",
    },
};
