use crate::{Entry, Example, Severity, Text};

/// A key in a block with no colon behind it.
pub static ENTRY_WITHOUT_COLON: Entry = Entry {
    code: "SY0140",
    severity: Severity::Error,
    message: Text { en: "`{key}` has no colon behind it", zh: "`{key}` 后面缺少冒号" },
    label: Text { en: "the colon is missing here", zh: "此处缺少冒号" },
    help: Text { en: "write `{key}: ...`", zh: "请写成 `{key}: ...`" },
    explanation: Text {
        en: "Each entry of a norm or policy is a word, a colon and a value. What lacks its colon is not guessed: a \
             rank or period read wrongly would decide which norm prevails.",
        zh: "法条和期间规则中的每一项都由单词、冒号和值组成。缺少冒号时不会去猜：位阶或生效期间一旦读错，就会影响适用\
             哪部法律。",
    },
    example: Example::Program {
        wrong: ".norm CC_725 {\n  law: \"Civil Code\"\n  article: \"725\"\n  rank law\n  in_force: d\"2021-01-01\" ..\n}\n",
        right: ".norm CC_725 {\n  law: \"Civil Code\"\n  article: \"725\"\n  rank: law\n  in_force: d\"2021-01-01\" ..\n}\n",
    },
};
