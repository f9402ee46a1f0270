use crate::{Entry, Example, Severity, Text};

/// A JSON object lacks the field of a column.
pub static MISSING_FIELD: Entry = Entry {
    code: "SY0448",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at} has no field `{name}` for column `{column}`",
        zh: "`{file}` {at} 没有列 `{column}` 所需的字段 `{name}`",
    },
    label: Text {
        en: "",
        zh: "",
    },
    help: Text {
        en: "add the field, name another one in `columns`, or pass over such records with `blank=\"skip\"`",
        zh: "请补上该字段，在 `columns` 中改写字段名，或用 `blank=\"skip\"` 略过此类记录",
    },
    explanation: Text {
        en: "A field of an object is found by the column's name, or by the name that `columns` gives. One that is not there is not \
             taken for an empty one: whoever wrote the file may call it something else.",
        zh: "对象的字段按列名或 `columns` 中的名称查找。缺少的字段不会当作空值：写文件的人也许用了别的名称。",
    },
    example: Example::Shown {
        wrong: ".decl lease(id: symbol, rent: decimal)\n.input lease(IO=jsonfile)\n\n[{\"id\": \"L-1\", \"amount\": \"12.50\"}]\n",
        right: ".input lease(IO=jsonfile, columns=\"id:amount\")\n",
    },
};
