//! Random programs as text.

use std::fmt::{Display, Formatter, Result, Write};

use values::Value;

use super::program::{Aggregate, Atom, Expr, Item, Program};

impl Program {
    /// The rule text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for relation in &self.relations {
            let columns = relation.columns.iter().enumerate();
            let columns = columns.map(|(index, column)| format!("c{index}: {}", column.name())).collect::<Vec<_>>();
            let _ = writeln!(text, ".decl {}({})", relation.name, columns.join(", "));
        }
        for fact in &self.facts {
            let _ = writeln!(text, "{}.", self.atom(fact));
        }
        for rule in &self.rules {
            let heads = rule.heads.iter().map(|head| self.atom(head)).collect::<Vec<_>>();
            let body = if rule.body.is_empty() { "true".to_string() } else { self.list(&rule.body, ", ") };
            let _ = writeln!(text, "{} :- {body}.", heads.join(", "));
        }
        text
    }

    fn atom(&self, atom: &Atom) -> String {
        // Without any named argument it would be an atom of no columns.
        let named = atom.named && atom.args.iter().any(|arg| !matches!(arg, Expr::Wild));
        let shown = |(index, arg): (usize, &Expr)| match (named, arg) {
            (true, Expr::Wild) => None,
            (true, arg) => Some(format!("c{index}: {}", self.term(arg))),
            (false, arg) => Some(self.term(arg)),
        };
        let args = atom.args.iter().enumerate().filter_map(shown).collect::<Vec<_>>();
        format!("{}({})", self.relations[atom.relation].name, args.join(", "))
    }

    fn list(&self, items: &[Item], separator: &str) -> String {
        items.iter().map(|item| self.item(item)).collect::<Vec<_>>().join(separator)
    }

    fn item(&self, item: &Item) -> String {
        match item {
            Item::Atom(atom) => self.atom(atom),
            Item::Not(inner) => match &**inner {
                Item::Atom(_) | Item::All(_) | Item::Any(_) => format!("!{}", self.item(inner)),
                other => format!("!({})", self.item(other)),
            },
            Item::All(items) => format!("({})", self.list(items, ", ")),
            Item::Any(items) => format!("({})", self.list(items, " ; ")),
            Item::Compare(op, left, right) => format!("{} {op} {}", self.term(left), self.term(right)),
            Item::Test(test, pattern, text) => format!("{test}({}, {})", self.term(pattern), self.term(text)),
            Item::Truth(truth) => truth.to_string(),
        }
    }

    /// A term as an argument or side, without brackets around it.
    fn term(&self, expr: &Expr) -> String {
        match expr {
            Expr::Wild => "_".to_string(),
            Expr::Variable(id) => format!("{}{id}", self.prefix),
            Expr::Constant(value) => Literal(value).to_string(),
            Expr::Infix(op, parts) => {
                parts.iter().map(|part| self.operand(part)).collect::<Vec<_>>().join(&format!(" {op} "))
            }
            Expr::Prefix(op, inner) => format!("{op} {}", self.operand(inner)),
            Expr::Call(name, args) => {
                format!("{name}({})", args.iter().map(|arg| self.term(arg)).collect::<Vec<_>>().join(", "))
            }
            Expr::Cast(inner, to) => format!("as({}, {})", self.term(inner), to.name()),
            Expr::Aggregate(aggregate) => self.aggregate(aggregate),
        }
    }

    fn operand(&self, expr: &Expr) -> String {
        match expr {
            Expr::Infix(..) | Expr::Prefix(..) | Expr::Aggregate(_) => format!("({})", self.term(expr)),
            Expr::Constant(value) if Literal(value).to_string().starts_with('-') => format!("({})", Literal(value)),
            other => self.term(other),
        }
    }

    fn aggregate(&self, aggregate: &Aggregate) -> String {
        let Aggregate { op, target, body } = aggregate;
        let target = target.as_ref().map(|target| format!(" {}", self.term(target))).unwrap_or_default();
        match &body[..] {
            [Item::Atom(atom)] => format!("{op}{target} : {}", self.atom(atom)),
            body => format!("{op}{target} : {{ {} }}", self.list(body, ", ")),
        }
    }
}

/// A value as written in a rule.
struct Literal<'a>(&'a Value);

impl Display for Literal<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Value::Symbol(text) => write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Value::Number(n) => write!(f, "{n}"),
            Value::Unsigned(n) => write!(f, "{n}u"),
            Value::Float(x) => write!(f, "{x:?}"),
            Value::Date(day) => write!(f, "d\"{day}\""),
            Value::Decimal(d) => write!(f, "{d}m"),
            Value::Composite(value) => write!(f, "{value}"),
        }
    }
}
