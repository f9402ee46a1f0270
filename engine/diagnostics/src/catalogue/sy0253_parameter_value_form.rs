use crate::{Entry, Example, Severity, Text};

/// A value of a parameter has not the parts that it should have.
pub static PARAMETER_VALUE_FORM: Entry = Entry {
    code: "SY0253",
    severity: Severity::Error,
    message: Text {
        en: "a value of `{name}` is written `({form})`",
        zh: "`{name}` 的取值应写作 `({form})`",
    },
    label: Text {
        en: "has other parts",
        zh: "组成不符",
    },
    help: Text {
        en: "write one constant for each key, then the days for which it applies (if it does not apply always), then the value, then perhaps `source: \"..\"`",
        zh: "请先为每个键各写一个常量，再写适用期间（若并非一直适用），再写取值，最后可写 `source: \"..\"`",
    },
    explanation: Text {
        en: "A value belongs to its keys and its time. Where parts are missing or left over, nobody can say for which place or day it was meant.",
        zh: "取值对应于它的键和适用期间。缺少或多出一部分，就说不清它适用于何地、何时。",
    },
    example: Example::Program {
        wrong: ".param large(region: symbol) : decimal { (2000m) }\n",
        right: ".param large(region: symbol) : decimal { (\"A\", 2000m) }\n",
    },
};
