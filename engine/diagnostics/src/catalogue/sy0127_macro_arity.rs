use crate::{Entry, Example, Severity, Text};

/// A macro is given the wrong number of arguments.
pub static MACRO_ARITY: Entry = Entry {
    code: "SY0127",
    severity: Severity::Error,
    message: Text { en: "the macro `{name}` takes {expected} arguments, not {given}", zh: "宏 `{name}` 需要 {expected} 个参数，而不是 {given} 个" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text { en: "give as many arguments as the definition has parameters; a comma inside an argument needs parentheses around it", zh: "请按定义给出同样多的参数；参数内部若有逗号，请加圆括号" },
    explanation: Text { en: "Arguments of a macro are separated by commas outside of parentheses; brackets and braces do not hold them together.", zh: "宏的参数以圆括号之外的逗号分隔；方括号和花括号并不把内容合为一个参数。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#define LEASE(id) lease(id).\nLEASE(\"L-1\", \"L-2\")\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define LEASE(id) lease(id).\nLEASE(\"L-1\")\nLEASE(\"L-2\")\n",
    },
};
