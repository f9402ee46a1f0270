//! Random programs as text.

use std::fmt::{Display, Formatter, Result, Write};

use values::{Composite, Primitive, Value};

use super::composite::{DECLARATIONS, type_name};
use super::program::{Aggregate, Atom, Expr, Item, Law, Program, Relation};

impl Program {
    /// The rule text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut types = self.relations.iter().flat_map(|relation| &relation.columns);
        if types.any(|column| matches!(column, Primitive::Composite(_))) {
            text.push_str(DECLARATIONS);
        }
        for relation in &self.relations {
            let columns = relation.columns.iter().enumerate();
            let columns =
                columns.map(|(index, column)| format!("c{index}: {}", type_name(*column))).collect::<Vec<_>>();
            let _ = writeln!(text, ".decl {}({}){}", relation.name, columns.join(", "), qualifier(&relation.law));
        }
        for relation in self.relations.iter().filter(|relation| relation.observed) {
            let _ = writeln!(text, ".decl {0}_delta = debug_delta({0})", relation.name);
        }
        for fact in &self.facts {
            let _ = writeln!(text, "{}.", self.atom(fact));
        }
        for rule in &self.rules {
            let heads = rule.heads.iter().map(|head| self.atom(head)).collect::<Vec<_>>();
            let body = if rule.body.is_empty() { "true".to_string() } else { self.list(&rule.body, ", ") };
            let _ = writeln!(text, "{} :- {body}.", heads.join(", "));
        }
        for relation in &self.relations {
            if let Law::Least(column) = relation.law {
                let _ = writeln!(text, "{}", least(relation, column));
            }
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
            Expr::Cast(inner, to) => format!("as({}, {})", self.term(inner), type_name(*to)),
            Expr::Composite(name, fields) => {
                let fields = fields.iter().map(|field| self.term(field)).collect::<Vec<_>>().join(", ");
                if name.is_empty() { format!("[{fields}]") } else { format!("${name}({fields})") }
            }
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
            Value::Composite(value) => composite(value, f),
        }
    }
}

fn composite(value: &Composite, f: &mut Formatter<'_>) -> Result {
    let Some(fields) = value.fields() else { return write!(f, "nil") };
    let fields = fields.iter().map(|field| Literal(field).to_string()).collect::<Vec<_>>().join(", ");
    match value.branch_name() {
        Some(name) => write!(f, "${name}({fields})"),
        None => write!(f, "[{fields}]"),
    }
}

fn qualifier(law: &Law) -> String {
    let key = |key: &Vec<usize>| key.iter().map(|column| format!("c{column}")).collect::<Vec<_>>().join(", ");
    match law {
        Law::Set | Law::Least(_) => String::new(),
        Law::Equivalence => " eqrel".to_string(),
        Law::Choice(keys) => {
            let keys = keys.iter().map(|columns| format!("({})", key(columns))).collect::<Vec<_>>();
            format!(" choice-domain {}", keys.join(", "))
        }
    }
}

/// The subsumption of tuples that are greater in one column.
fn least(relation: &Relation, column: usize) -> String {
    let side = |own: &str| {
        let args = (0..relation.columns.len()).map(|at| if at == column { own.to_string() } else { format!("x{at}") });
        format!("{}({})", relation.name, args.collect::<Vec<_>>().join(", "))
    };
    format!("{} <= {} :- lesser < greater.", side("greater"), side("lesser"))
}
