use crate::{Entry, Example, Severity, Text};

/// A digest of an algorithm that is not known.
pub static SEALED_ALGORITHM: Entry = Entry {
    code: "SY0708",
    severity: Severity::Error,
    message: Text { en: "`{file}` of the sealed run names a digest algorithm that this version does not know: `{algorithm}`", zh: "封存运行的 `{file}` 使用了本版本不认识的摘要算法：`{algorithm}`" },
    label: Text { en: "", zh: "" },
    help: Text { en: "verify it with a version that knows the algorithm", zh: "请用认识该算法的版本核验" },
    explanation: Text { en: "Digests name their algorithm; this version knows `sha-256`. A digest that cannot be computed proves nothing.", zh: "摘要写明其算法；本版本认识 `sha-256`。无法计算的摘要证明不了任何事。" },
    example: Example::Shown { wrong: "{\"algorithm\":\"md5\",\"hex\":\"..\"}\n", right: "{\"algorithm\":\"sha-256\",\"hex\":\"..\"}\n" },
};
