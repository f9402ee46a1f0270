use crate::{Entry, Example, Severity, Text};

/// A JSON file cannot be read as a list of records.
pub static BAD_JSON: Entry = Entry {
    code: "SY0447",
    severity: Severity::Error,
    message: Text {
        en: "the record file `{file}` is no JSON list: line {line}, column {character}: {reason}",
        zh: "记录文件 `{file}` 不是 JSON 列表：第 {line} 行第 {character} 列：{reason}",
    },
    label: Text {
        en: "relation `{relation}` reads it here",
        zh: "关系 `{relation}` 在此读取",
    },
    help: Text {
        en: "write one list of lists or objects in UTF-8: `[[1, \"a\"], [2, \"b\"]]`",
        zh: "请以 UTF-8 写成一个由列表或对象组成的列表：`[[1, \"a\"], [2, \"b\"]]`",
    },
    explanation: Text {
        en: "The whole file is one list; each of its elements is a record, a list of values or an object that has the columns as names. A \
             file that breaks off is refused as a whole.",
        zh: "整个文件是一个列表，每个元素是一条记录：值的列表，或以列名为键的对象。中途断开的文件整体不予接受。",
    },
    example: Example::Shown {
        wrong: "[[1, \"a\"], [2, \"b\"\n",
        right: "[[1, \"a\"], [2, \"b\"]]\n",
    },
};
