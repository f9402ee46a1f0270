use crate::{Entry, Example, Severity, Text};

/// A rule belongs to a model that nobody declares.
pub static UNKNOWN_MODEL: Entry = Entry {
    code: "SY0338",
    severity: Severity::Error,
    message: Text { en: "there is no model `{name}`", zh: "没有名为 `{name}` 的监督模型" },
    label: Text { en: "not declared", zh: "未声明" },
    help: Text { en: "declare it with `.model`, or write a declared one: {near}", zh: "请用 `.model` 声明，或改用已声明的：{near}" },
    explanation: Text { en: "A clue is reported under its model, with the elements that make it and the candidates that do not. Without the model it would be counted nowhere.", zh: "线索在其模型之下报告，连同构成它的要件和不成立的候选对象。没有模型，线索就无处归属。" },
    example: Example::Program {
        wrong: ".decl auction(id: symbol)\n.input auction\n.model leases \"long leases\" { candidate auction(id) }\n.decl found(id: symbol)\n@[clue = C, model = lease]\nfound(a) :- auction(a).\n",
        right: ".decl auction(id: symbol)\n.input auction\n.model leases \"long leases\" { candidate auction(id) }\n.decl found(id: symbol)\n@[clue = C, model = leases]\nfound(a) :- auction(a).\n",
    },
};
