use crate::{Entry, Example, Severity, Text};

/// Records on which no conclusion depends.
pub static IDLE_INPUT: Entry = Entry {
    code: "SY0376",
    severity: Severity::Warning,
    message: Text { en: "the records of `{name}` can never influence a conclusion", zh: "`{name}` 的记录不可能影响任何结论" },
    label: Text { en: "read for nothing", zh: "读入而无用" },
    help: Text { en: "use `{name}` in a rule that can hold and leads to an output, clue or model, or remove its `.input`", zh: "请在能够成立、且通向输出、线索或模型的规则中使用 `{name}`，或删去它的 `.input`" },
    explanation: Text { en: "Somebody provides these records, and believes that they count. Either the rules that should use them are missing, or those that do can never conclude anything or lead nowhere.", zh: "有人提供了这些记录，并且以为它们起作用。要么缺少应当使用它们的规则，要么使用它们的规则不可能得出结论，或者不通向任何结果。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl void(id: symbol)\n.input void\n.decl long(id: symbol)\n.output long\nlong(l) :- lease(l, _, y), y > 20.\nlong(l) :- lease(l, _, y), void(l), y > 20, y < 10.\n",
        right: ".decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl void(id: symbol)\n.input void\n.decl long(id: symbol)\n.output long\nlong(l) :- lease(l, _, y), y > 20.\nlong(l) :- lease(l, _, y), void(l), y < 10.\n",
    },
};
