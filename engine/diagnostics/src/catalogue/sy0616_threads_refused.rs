use crate::{Entry, Example, Severity, Text};

/// The system does not give as many threads as were asked for.
pub static THREADS_REFUSED: Entry = Entry {
    code: "SY0616",
    severity: Severity::Error,
    message: Text {
        en: "the system gives no {threads} threads: {reason}", zh: "系统无法提供 {threads} 个线程：{reason}"
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "ask for fewer: `-j 2`; more than the machine has processors bring nothing",
        zh: "请减少线程数，例如 `-j 2`；超过处理器数目的线程没有益处",
    },
    explanation: Text {
        en: "Threads need memory and are bounded by the system. Results do not depend on their number, only the time does.",
        zh: "线程占用内存，数目受系统限制。结果与线程数无关，只影响用时。",
    },
    example: Example::Shown { wrong: "syllogist run model.dl -j 1000\n", right: "syllogist run model.dl -j auto\n" },
};
