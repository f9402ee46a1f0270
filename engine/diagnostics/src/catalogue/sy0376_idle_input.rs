use crate::{Entry, Example, Severity, Text};

/// Records on which no conclusion depends.
pub static IDLE_INPUT: Entry = Entry {
    code: "SY0376",
    severity: Severity::Warning,
    message: Text { en: "the records of `{name}` can never influence a conclusion", zh: "`{name}` 的记录不可能影响任何结论" },
    label: Text { en: "read for nothing", zh: "读入而无用" },
    help: Text { en: "use `{name}` in a rule that leads to an output, clue or model, or remove its `.input`", zh: "请在通向输出、线索或模型的规则中使用 `{name}`，或删去它的 `.input`" },
    explanation: Text { en: "Somebody provides these records, and believes that they count. But the rules that read them lead to no output, clue or model.", zh: "有人提供了这些记录，并且以为它们起作用。可是读取它们的规则不通向任何输出、线索或模型。" },
    example: Example::Shown {
        wrong: ".decl void(id: symbol)\n.input void\n.decl exempt(id: symbol)\nexempt(l) :- void(l).\nlong(l) :- lease(l, y), y > 20.\n",
        right: ".decl void(id: symbol)\n.input void\n.decl exempt(id: symbol)\nexempt(l) :- void(l).\nlong(l) :- lease(l, y), y > 20 unless exempt(l).\n",
    },
};
