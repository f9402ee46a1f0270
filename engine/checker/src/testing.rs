//! Programs built by hand, for tests.

use diagnostics::{FileId, Lang, Span};
use program::checked::{
    Aggregate, AggregateOp, Atom, Body, ChainLink, Column, Comparison, Contribution, Fact, Functor, Law, Literal,
    LiteralKind, Program, RelId, Relation, Role, Rule, Stratum, Term, TextTest, VarId, Variable,
};
use values::{Composite, Date, Decimal, Field, Primitive, Shape, ShapeId, ShapeKind, Shapes, Value};

use crate::{Halt, Origin, derive};

pub const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

/// A literal that is an atom of the nullary relation with this number.
pub fn literal(relation: u32) -> Body {
    atom(relation, vec![])
}

pub fn truth(holds: bool) -> Body {
    body(LiteralKind::Truth(holds))
}

pub fn body(kind: LiteralKind) -> Body {
    Body::Literal(Literal { index: 0, kind, role: Role::Written, span: NOWHERE })
}

pub fn all(parts: impl IntoIterator<Item = Body>) -> Body {
    Body::All(parts.into_iter().collect())
}

pub fn any(parts: impl IntoIterator<Item = Body>) -> Body {
    Body::Any(parts.into_iter().collect())
}

pub fn not(inner: Body) -> Body {
    Body::Not(Box::new(inner))
}

pub fn plain(relation: u32, args: Vec<Term>) -> Atom {
    Atom { relation: RelId(relation), args, span: NOWHERE }
}

pub fn atom(relation: u32, args: Vec<Term>) -> Body {
    body(LiteralKind::Atom(plain(relation, args)))
}

pub fn compare(op: Comparison, operand: Primitive, left: Term, right: Term) -> Body {
    body(LiteralKind::Compare { op, left, right, operand })
}

/// `left = right` between numbers.
pub fn equal(left: Term, right: Term) -> Body {
    compare(Comparison::Equal, Primitive::Number, left, right)
}

pub fn text_test(test: TextTest, pattern: Term, text: Term) -> Body {
    body(LiteralKind::Text { test, pattern, text })
}

/// The variable with this number.
pub fn v(var: u32) -> Term {
    Term::Variable(VarId(var))
}

/// A number.
pub fn n(number: i64) -> Term {
    Term::Constant(Value::Number(number))
}

/// An unsigned number.
pub fn u(number: u64) -> Term {
    Term::Constant(Value::Unsigned(number))
}

/// A symbol.
pub fn s(text: &str) -> Term {
    Term::Constant(Value::symbol(text))
}

pub fn call(functor: Functor, args: Vec<Term>) -> Term {
    Term::Call { functor, args, span: NOWHERE }
}

/// `first functor right`, as the parser gives infix operators.
pub fn infix(first: Term, functor: Functor, right: Term) -> Term {
    Term::Chain { first: Box::new(first), rest: vec![ChainLink { functor, right, span: NOWHERE }] }
}

pub fn plus(left: Term, right: Term) -> Term {
    infix(left, Functor::Add(Primitive::Number), right)
}

pub fn over(left: Term, right: Term) -> Term {
    infix(left, Functor::Divide(Primitive::Number), right)
}

pub fn range(args: Vec<Term>) -> Term {
    Term::Range { args, operand: Primitive::Number, span: NOWHERE }
}

/// An aggregate of numbers.
pub fn aggregate(op: AggregateOp, target: Option<Term>, inner: Body, injected: &[u32], local: &[u32]) -> Aggregate {
    let vars = |vars: &[u32]| vars.iter().copied().map(VarId).collect();
    let contribution = Contribution::Assignment;
    let operand = Primitive::Number;
    let (injected, local) = (vars(injected), vars(local));
    Aggregate { op, target, operand, body: inner, injected, local, witnesses: Vec::new(), contribution, span: NOWHERE }
}

pub fn folded(aggregate: Aggregate) -> Term {
    Term::Aggregate(Box::new(aggregate))
}

pub fn date(text: &str) -> Value {
    Value::Date(Date::parse(text).unwrap())
}

pub fn decimal(text: &str) -> Value {
    Value::Decimal(Decimal::parse(text).unwrap())
}

pub fn rule(heads: Vec<Atom>, variables: u32, rule_body: Body) -> Rule {
    let variable = |n| Variable { name: format!("v{n}"), primitive: Primitive::Number, span: NOWHERE };
    Rule::new(heads, rule_body, (0..variables).map(variable).collect(), "r".into(), NOWHERE)
}

/// `[a, ..]` of the list type of [`Case::lists`].
pub fn list(fields: Vec<Term>) -> Term {
    Term::Composite { shape: LIST, branch: 0, fields, span: NOWHERE }
}

/// `nil` of that type.
pub fn nil() -> Term {
    Term::Constant(Value::Composite(Composite::nil(LIST)))
}

const LIST: ShapeId = ShapeId(0);

/// A program under construction: relations are named `r0`, `r1`, ... and hold numbers unless told otherwise.
#[derive(Default)]
pub struct Case {
    program: Program,
    records: Vec<Vec<Vec<Value>>>,
}

impl Case {
    /// Relations of these arities; each is a stratum of its own, not recursive, until `strata` says otherwise.
    pub fn new(arities: &[usize]) -> Case {
        let column = || Column { name: "c".into(), type_name: "number".into(), primitive: Primitive::Number };
        let relation = |(index, arity): (usize, &usize)| {
            Relation::new(format!("r{index}"), (0..*arity).map(|_| column()).collect(), NOWHERE)
        };
        let relations = arities.iter().enumerate().map(relation).collect();
        let strata = (0..arities.len() as u32).map(|id| Stratum { relations: vec![RelId(id)], recursive: false });
        Case {
            program: Program { relations, strata: strata.collect(), ..Program::default() },
            records: vec![vec![]; arities.len()],
        }
    }

    /// The strata, bottom up.
    pub fn strata(mut self, strata: &[(&[u32], bool)]) -> Case {
        let stratum = |(relations, recursive): &(&[u32], bool)| Stratum {
            relations: relations.iter().copied().map(RelId).collect(),
            recursive: *recursive,
        };
        self.program.strata = strata.iter().map(stratum).collect();
        self
    }

    /// Records of numbers.
    pub fn numbers<const N: usize>(self, relation: u32, rows: &[[i64; N]]) -> Case {
        let values = |row: &[i64; N]| row.iter().map(|n| Value::Number(*n)).collect();
        let rows = rows.iter().map(values).collect();
        self.records(relation, rows)
    }

    pub fn records(mut self, relation: u32, rows: Vec<Vec<Value>>) -> Case {
        self.records[relation as usize].extend(rows);
        self
    }

    pub fn fact(mut self, relation: u32, args: Vec<Term>) -> Case {
        self.program.facts.push(Fact { atom: plain(relation, args), span: NOWHERE });
        self
    }

    /// A rule with one head; its variables are numbered from 0 to the highest that occurs.
    pub fn rule(self, relation: u32, args: Vec<Term>, variables: u32, body: Body) -> Case {
        self.heads(vec![plain(relation, args)], variables, body)
    }

    pub fn heads(mut self, heads: Vec<Atom>, variables: u32, body: Body) -> Case {
        self.program.rules.push(rule(heads, variables, body));
        self
    }

    /// With the type `[head: number, tail: itself]`.
    pub fn lists(mut self) -> Case {
        let field = |primitive| Field { name: "f".into(), primitive };
        let fields = vec![field(Primitive::Number), field(Primitive::Composite(LIST))];
        let mut shapes = Shapes::default();
        shapes.add(Shape { name: "List".into(), kind: ShapeKind::Record(fields) });
        self.program.shapes = shapes.into();
        self
    }

    /// The relation's law, and how many tuples end its rounds.
    pub fn law(mut self, relation: u32, law: Law, limit: Option<u64>) -> Case {
        let relation = &mut self.program.relations[relation as usize];
        (relation.law, relation.limit) = (law, limit);
        self
    }

    /// `relation(dominated) <= relation(dominating) :- rest.`
    pub fn subsumption(
        mut self,
        relation: u32,
        [dominated, dominating]: [Vec<Term>; 2],
        variables: u32,
        rest: Body,
    ) -> Case {
        let head = plain(relation, vec![]);
        let pair = all([atom(relation, dominated), atom(relation, dominating), rest]);
        self.program.subsumptions.push(rule(vec![head], variables, pair));
        self.law(relation, Law::Subsumption, None)
    }

    /// The tuples of `relation` as printed: columns by commas.
    pub fn tuples(&self, relation: u32) -> Vec<String> {
        match derive(&self.program, &self.records, None) {
            Ok(model) => {
                let tuple = |tuple: &Vec<Value>| tuple.iter().map(Value::to_string).collect::<Vec<_>>().join(",");
                model.relations[relation as usize].iter().map(tuple).collect()
            }
            Err(Halt::Refused(diagnostic)) => panic!("{}", diagnostic.message(Lang::En)),
            Err(Halt::Failed(origin)) => panic!("{origin:?}"),
        }
    }

    /// The rule or fact that fails, if one does.
    pub fn failure(&self) -> Option<Origin> {
        match derive(&self.program, &self.records, None) {
            Ok(_) => None,
            Err(Halt::Failed(origin)) => Some(origin),
            Err(Halt::Refused(diagnostic)) => panic!("{}", diagnostic.message(Lang::En)),
        }
    }

    /// The code of the refusal.
    pub fn refusal(&self, limit: Option<usize>) -> Option<&'static str> {
        match derive(&self.program, &self.records, limit) {
            Err(Halt::Refused(diagnostic)) => Some(diagnostic.code()),
            _ => None,
        }
    }
}
