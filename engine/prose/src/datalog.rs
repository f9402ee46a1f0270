//! Checked rules as text of the rule language, for those that nobody wrote.

use crate::fact::constant;
use program::checked::{
    Absent, AbsentForm, Aggregate, Atom, Body, Functor, Literal, LiteralKind, Program, Rule, Term, VarId, Variable,
};

/// `head(x) :- p(x, y), !q(y).` Variables that share a name are told apart by numbers.
pub fn rule_text(rule: &Rule, program: &Program) -> String {
    let writer = Writer { program, names: names(&rule.variables) };
    let heads = rule.heads.iter().map(|head| writer.atom(head)).collect::<Vec<_>>().join(", ");
    match writer.body(&rule.body, Place::Rule).as_str() {
        "" => format!("{heads}."),
        body => format!("{heads} :-\n    {body}."),
    }
}

/// A name for each variable.
fn names(variables: &[Variable]) -> Vec<String> {
    let mut names = Vec::<String>::new();
    for variable in variables {
        let earlier = (2..).map(|number| format!("{}_{number}", variable.name));
        let mut candidates = std::iter::once(variable.name.clone()).chain(earlier);
        let name = candidates.find(|name| !names.contains(name));
        names.extend(name);
    }
    names
}

/// Where a body stands: how its parts are separated, and whether it needs brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Rule,
    Inside,
}

struct Writer<'p> {
    program: &'p Program,
    names: Vec<String>,
}

/// All recursive, since the nesting of bodies and terms is bounded by the parser.
impl Writer<'_> {
    fn body(&self, body: &Body, place: Place) -> String {
        match body {
            Body::All(parts) => {
                let parts = parts.iter().map(|part| match part {
                    Body::All(_) if place == Place::Rule => self.body(part, place),
                    part => self.body(part, Place::Inside),
                });
                let parts = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>();
                let separator = if place == Place::Rule { ",\n    " } else { ", " };
                let joined = parts.join(separator);
                if place == Place::Rule || parts.len() < 2 { joined } else { format!("({joined})") }
            }
            Body::Any(parts) => {
                let parts = parts.iter().map(|part| self.body(part, Place::Inside)).collect::<Vec<_>>();
                if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(" ; ")) }
            }
            Body::Not(inner) => format!("!{}", self.body(inner, Place::Inside)),
            Body::Literal(literal) => self.literal(literal),
        }
    }

    fn literal(&self, literal: &Literal) -> String {
        match &literal.kind {
            LiteralKind::Atom(atom) => self.atom(atom),
            LiteralKind::Compare { op, left, right, .. } => {
                format!("{} {} {}", self.term(left), op.symbol(), self.term(right))
            }
            LiteralKind::Text { test, pattern, text } => {
                format!("{}({}, {})", test.symbol(), self.term(pattern), self.term(text))
            }
            LiteralKind::Truth(truth) => truth.to_string(),
            LiteralKind::Absent(Absent { atom, form, .. }) => {
                let word = if *form == AbsentForm::Unless { "unless" } else { "not" };
                format!("{word} {}", self.atom(atom))
            }
            LiteralKind::InForce { norm, day } => {
                format!("in_force({}, {})", self.program.norm(*norm).name, self.name(*day))
            }
        }
    }

    fn atom(&self, atom: &Atom) -> String {
        format!("{}({})", self.program.relation(atom.relation).name, self.list(&atom.args))
    }

    fn list(&self, terms: &[Term]) -> String {
        terms.iter().map(|term| self.term(term)).collect::<Vec<_>>().join(", ")
    }

    fn name(&self, id: VarId) -> &str {
        self.names.get(id.0 as usize).map_or("_", String::as_str)
    }

    fn term(&self, term: &Term) -> String {
        match term {
            Term::Wildcard => "_".to_owned(),
            Term::Variable(id) => self.name(*id).to_owned(),
            Term::Constant(value) => constant(value),
            Term::Call { functor, args, .. } => match (&args[..], functor.name()) {
                ([left, right], sign) if !sign.starts_with(char::is_alphabetic) => {
                    format!("({} {sign} {})", self.term(left), self.term(right))
                }
                (args, name) if let Functor::Round(mode) = functor => {
                    format!("{name}({}, \"{}\")", self.list(args), mode.name())
                }
                ([only], "-") => format!("-{}", self.term(only)),
                (args, name) => format!("{name}({})", self.list(args)),
            },
            Term::Chain { first, rest } => {
                let links = rest.iter().map(|link| format!(" {} {}", link.functor.name(), self.term(&link.right)));
                format!("({}{})", self.term(first), links.collect::<String>())
            }
            Term::Range { args, .. } => format!("range({})", self.list(args)),
            Term::Aggregate(aggregate) => self.aggregate(aggregate),
            Term::Parameter { parameter, keys, on, .. } => {
                let on = on.as_ref().map(|day| format!("on: {}", self.term(day)));
                let args = keys.iter().map(|key| self.term(key)).chain(on).collect::<Vec<_>>().join(", ");
                format!("{}({args})", self.program.parameter(*parameter).name)
            }
            Term::Composite { shape, branch, fields, .. } => match self.program.shapes.get(*shape).branch(*branch) {
                Some(name) => format!("${name}({})", self.list(fields)),
                None => format!("[{}]", self.list(fields)),
            },
            Term::Counter { .. } => "autoinc()".to_owned(),
            Term::RoundNumber { .. } => "recursive_iteration_cnt()".to_owned(),
            Term::Ratio(ratio) => self.term(ratio),
        }
    }

    fn aggregate(&self, aggregate: &Aggregate) -> String {
        let target = aggregate.target.as_ref().map(|target| format!(" {}", self.term(target))).unwrap_or_default();
        let body = match self.body(&aggregate.body, Place::Inside) {
            body if body.starts_with('(') && body.ends_with(')') => body[1..body.len() - 1].to_owned(),
            body => body,
        };
        format!("{}{target} : {{ {body} }}", aggregate.op.name())
    }
}
