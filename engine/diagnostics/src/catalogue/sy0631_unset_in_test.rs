use crate::{Entry, Example, Severity, Text};

/// What a test expects rests on a parameter that has no value in it.
pub static UNSET_IN_TEST: Entry = Entry {
    code: "SY0631",
    severity: Severity::Error,
    message: Text {
        en: "the parameter `{name}` has no value in the test \"{test}\"",
        zh: "参数 `{name}` 在测试“{test}”中没有值",
    },
    label: Text { en: "a rule reads it", zh: "有规则读取该参数" },
    help: Text {
        en: "give it one in the test: `param {name} = VALUE` (`as_of d\"2024-01-01\"` for the day as of which is judged)",
        zh: "请在测试中给出其值：`param {name} = 值`（以哪一日为准写作 `as_of d\"2024-01-01\"`）",
    },
    explanation: Text {
        en: "A test stands for itself: options of the command line and the project's parameters do not reach it, so that it says the same to everybody. Parameters without a value in the rules get one in the test, at least where an expectation rests on a rule that reads them.",
        zh: "测试自成一体：命令行选项和项目参数对它不起作用，任何人运行结果都一样。规则中没有给出值的参数，只要预期以读取它的规则为据，就须在测试中给出值。",
    },
    example: Example::Shown {
        wrong: ".decl due(id: symbol, last: date)\n.decl late(id: symbol)\nlate(i) :- due(i, d), as_of(t), t > d.\n.test \"late\" {\n  given due(\"A\", d\"2024-01-01\")\n  expect fact late(\"A\")\n}\n",
        right: ".decl due(id: symbol, last: date)\n.decl late(id: symbol)\nlate(i) :- due(i, d), as_of(t), t > d.\n.test \"late\" {\n  as_of d\"2024-01-02\"\n  given due(\"A\", d\"2024-01-01\")\n  expect fact late(\"A\")\n}\n",
    },
};
