use crate::{Entry, Example, Severity, Text};

/// A component overrides a relation that it does not inherit.
pub static NOT_INHERITED: Entry = Entry {
    code: "SY0286",
    severity: Severity::Error,
    message: Text {
        en: "component `{component}` does not inherit `{name}`, which it overrides",
        zh: "组件 `{component}` 没有继承它所覆盖的 `{name}`",
    },
    label: Text { en: "overrides it", zh: "覆盖它" },
    help: Text {
        en: "correct the name, remove the `.override`, or inherit from the component that declares `{name}`",
        zh: "请改正名称，或删去 `.override`，或继承声明 `{name}` 的组件",
    },
    explanation: Text {
        en: "`.override` leaves out rules of a relation that an inherited component declares. There are none to leave out where the relation is not inherited.",
        zh: "`.override` 舍弃被继承组件所声明关系的规则。没有继承该关系，就没有可以舍弃的规则。",
    },
    example: Example::Program {
        wrong: ".comp Law {\n  .decl years(n: number) overridable\n  years(10).\n}\n.comp Reform : Law {\n  .override year\n}\n.init now = Reform\n.output now.years\n",
        right: ".comp Law {\n  .decl years(n: number) overridable\n  years(10).\n}\n.comp Reform : Law {\n  .override years\n  years(5).\n}\n.init now = Reform\n.output now.years\n",
    },
};
