use crate::{Entry, Example, Severity, Text};

/// An amount of memory is not understood.
pub static BAD_SIZE: Entry = Entry {
    code: "SY0609",
    severity: Severity::Error,
    message: Text { en: "`{value}` is no size for `{option}`", zh: "`{value}` 不能用作 `{option}` 的大小" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "write a number of bytes, or a whole number with `K`, `M` or `G` right behind it: `512M`, `4G`",
        zh: "请写字节数，或在整数后紧接 `K`、`M` 或 `G`：`512M`、`4G`",
    },
    explanation: Text {
        en: "`K` is 1024 bytes, `M` 1024 times that, `G` again. Other units and fractions are not guessed at: a limit a thousand times too small or too large would be noticed too late.",
        zh: "`K` 为 1024 字节，`M` 为其 1024 倍，`G` 再乘 1024。其他单位和小数不作猜测：上限若相差一千倍，发现时就太晚了。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl --max-memory 1.5GB\n",
        right: "syllogist run model.dl --max-memory 1536M\n",
    },
};
