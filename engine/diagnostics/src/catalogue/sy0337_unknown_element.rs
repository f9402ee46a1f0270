use crate::{Entry, Example, Severity, Text};

/// A rule serves an element that no model has.
pub static UNKNOWN_ELEMENT: Entry = Entry {
    code: "SY0337",
    severity: Severity::Error,
    message: Text { en: "no model has the element `{name}`", zh: "没有模型包含要件 `{name}`" },
    label: Text { en: "unknown element", zh: "未知的要件" },
    help: Text { en: "write `MODEL.key` of a declared element: {near}", zh: "请写已声明要件的 `模型.要件`：{near}" },
    explanation: Text { en: "Reports say which elements of a model a candidate meets. A rule for an element that no model has would be missing in them.", zh: "报告按要件说明候选对象符合哪些、不符合哪些。指向不存在要件的规则在报告中将无处体现。" },
    example: Example::Program {
        wrong: ".decl auction(id: symbol)\n.input auction\n.decl long(id: symbol)\n.output long\n.model lease_auction \"long leases\" { element a \"a long lease\" }\n@[element = lease_auction.x]\nlong(a) :- auction(a).\n",
        right: ".decl auction(id: symbol)\n.input auction\n.decl long(id: symbol)\n.output long\n.model lease_auction \"long leases\" { element a \"a long lease\" }\n@[element = lease_auction.a]\nlong(a) :- auction(a).\n",
    },
};
