use crate::{Entry, Example, Severity, Text};

/// A table of a server without the server.
pub static NO_CONNECTION_NAMED: Entry = Entry {
    code: "SY0457",
    severity: Severity::Error,
    message: Text { en: "`{name}` is kept in a database, but no `connection` is named", zh: "`{name}` 存于数据库，但没有指定 `connection`" },
    label: Text { en: "", zh: "" },
    help: Text { en: "name it, `connection=\"land\"`, and say in `syllogist.toml` under `[connections]` where it is", zh: "请写 `connection=\"land\"`，并在 `syllogist.toml` 的 `[connections]` 中说明其地址" },
    explanation: Text { en: "Rules say which records they need; where the server is and who reads it differs from place to place and does not belong into them.", zh: "规则说明需要哪些记录；服务器在何处、由谁读取因地而异，不应写入规则。" },
    example: Example::Program { wrong: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=database, table=\"deal\")\n", right: ".decl deal(no: symbol, price: decimal)\n.output deal\n.input deal(IO=database, connection=\"land\", table=\"deal\")\n" },
};
