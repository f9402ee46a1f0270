use crate::{Entry, Example, Severity, Text};

/// The values of parameters combine to more readings than are compared.
pub static TOO_MANY_READINGS: Entry = Entry {
    code: "SY0629",
    severity: Severity::Error,
    message: Text {
        en: "the parameters combine to more than {most} readings",
        zh: "参数的各个值组合成超过 {most} 种读法",
    },
    label: Text { en: "", zh: "" },
    help: Text { en: "give fewer values at once", zh: "请一次给出较少的值" },
    explanation: Text {
        en: "Every value of a contested parameter is combined with every value of the others, and the program is evaluated for each combination. More of them than this cannot be compared by a reader.",
        zh: "有争议的参数的每个值都与其他参数的每个值相组合，程序按每种组合各推导一次。组合再多，读者也无法比较。",
    },
    example: Example::Shown {
        wrong: "$ syllogist run m.dl --param a=1 --param a=2 .. --param a=99\n",
        right: "$ syllogist run m.dl --param a=1 --param a=2\n",
    },
};
