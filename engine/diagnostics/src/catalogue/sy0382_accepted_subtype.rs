use crate::{Entry, Example, Severity, Text};

/// A head gives values of a wider type, which `--legacy` accepts.
pub static ACCEPTED_SUBTYPE: Entry = Entry {
    code: "SY0382",
    severity: Severity::Warning,
    message: Text { en: "a value of type `{found}` is not always one of type `{expected}`", zh: "`{found}` 类型的值不一定是 `{expected}` 类型的值" },
    label: Text { en: "accepted because of `--legacy`", zh: "因 `--legacy` 而接受" },
    help: Text { en: "declare the column as `{found}`, or say that it is one: `as(x, {expected})`", zh: "请把该列声明为 `{found}`，或写明它就是：`as(x, {expected})`" },
    explanation: Text { en: "The declared type promises which values a column holds. With `--legacy`, for programs of older versions of the dialect, a broken promise is a warning only.", zh: "声明的类型承诺了一列中有哪些值。为照顾旧版程序，加上 `--legacy` 后违反承诺只给出警告。" },
    example: Example::Shown {
        wrong: "syllogist run old.dl --legacy\n",
        right: "syllogist run new.dl\n",
    },
};
