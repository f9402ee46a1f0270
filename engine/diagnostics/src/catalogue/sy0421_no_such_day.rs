use crate::{Entry, Example, Severity, Text};

/// A date that the calendar does not have.
pub static NO_SUCH_DAY: Entry = Entry {
    code: "SY0421",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}, column `{column}`: there is no day `{text}`",
        zh: "`{file}` {at}，列 `{column}`：不存在 `{text}` 这一天",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "correct the date in the records: the month has fewer days, or there is no such month",
        zh: "请在记录中改正日期：该月没有这么多天，或没有这个月份",
    },
    explanation: Text {
        en: "Periods of limitation and terms are counted in days, so 31 February is not moved to 28 February or \
             3 March by a guess.",
        zh: "时效和期间以日计算，因此不会把 2 月 31 日猜作 2 月 28 日或 3 月 3 日。",
    },
    example: Example::Shown { wrong: "L-1	2023-02-31\n", right: "L-1	2023-02-28\n" },
};
