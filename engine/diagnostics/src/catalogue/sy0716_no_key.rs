use crate::{Entry, Example, Severity, Text};

/// A file that is no key.
pub static NO_KEY: Entry = Entry {
    code: "SY0716",
    severity: Severity::Error,
    message: Text { en: "`{file}` is no key: {reason}", zh: "`{file}` 不是密钥：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "`keygen` makes keys; `sign` takes the secret one, `verify` the public one", zh: "密钥由 `keygen` 生成；`sign` 用私钥，`verify` 用公钥" },
    explanation: Text { en: "Keys are files of JSON with a schema, an algorithm and the name of the holder. A key of an unknown algorithm can neither sign nor verify.", zh: "密钥是写明格式、算法和持有人的 JSON 文件。算法不明的密钥既不能签名，也不能核验。" },
    example: Example::Shown { wrong: "$ syllogist verify run --key me.secret.json\n", right: "$ syllogist verify run --key me.public.json\n" },
};
