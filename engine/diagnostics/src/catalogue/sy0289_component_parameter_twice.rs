use crate::{Entry, Example, Severity, Text};

/// Two parameters of a component have one name.
pub static COMPONENT_PARAMETER_TWICE: Entry = Entry {
    code: "SY0289",
    severity: Severity::Error,
    message: Text { en: "parameter `{name}` is given twice", zh: "参数 `{name}` 出现了两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "give each parameter a name of its own", zh: "请给每个参数各取名称" },
    explanation: Text {
        en: "A parameter stands for one type or component. Of two with one name nobody could say which is meant.",
        zh: "一个参数代表一个类型或组件。两个同名参数无法分辨所指。",
    },
    example: Example::Program {
        wrong: ".comp Pair<T, T> {\n  .decl pair(x: T)\n  .output pair\n  pair(\"a\").\n}\n.init p = Pair<symbol, symbol>\n",
        right: ".comp Pair<T> {\n  .decl pair(x: T)\n  .output pair\n  pair(\"a\").\n}\n.init p = Pair<symbol>\n",
    },
};
