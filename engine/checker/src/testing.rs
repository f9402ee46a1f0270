//! Programs built by hand, for tests.

use diagnostics::{FileId, Lang, Span};
use program::checked::{
    Absent, AbsentForm, Aggregate, AggregateOp, Atom, Body, Candidate, ChainLink, Column, Comparison, Complete,
    Contribution, Extent, Fact, Functor, Grade, Input, InputFormat, Interval, Law, Literal, LiteralKind, Model,
    ModelId, Norm, NormVersion, Parameter, ParameterId, ParameterValue, Program, Rank, RecordSource, RelId, Relation,
    Role, Rule, Stratum, Term, TextTest, VarId, Variable, VersionPlaces,
};
use values::{Composite, Date, Decimal, Field, Primitive, Shape, ShapeId, ShapeKind, Shapes, Value};

use crate::{Halt, Origin, Verdict, derive};

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

/// `not relation(args) within (column: from .. to)`
pub fn unknown_or_absent(relation: u32, args: Vec<Term>, within: Vec<(&str, Term, Option<Term>)>) -> Body {
    let extent = |(column, from, to): (&str, Term, Option<Term>)| Extent {
        column: column.into(),
        from,
        to,
        primitive: Primitive::Number,
        span: NOWHERE,
    };
    let within = within.into_iter().map(extent).collect();
    body(LiteralKind::Absent(Absent { atom: plain(relation, args), within, form: AbsentForm::Not }))
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

/// The only parameter, on a day if it is dated.
pub fn parameter(on: Option<Term>) -> Term {
    Term::Parameter { parameter: ParameterId(0), keys: vec![], on: on.map(Box::new), span: NOWHERE }
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

    /// The relations are filled with records.
    pub fn filled(mut self, relations: &[u32]) -> Case {
        let input = |relation: &u32| Input {
            relation: RelId(*relation),
            source: RecordSource::Stdin,
            format: InputFormat::Json { records: String::new() },
            columns: None,
            conversions: Default::default(),
            row: None,
            skip_blank: vec![],
            span: NOWHERE,
        };
        self.program.inputs.extend(relations.iter().map(input));
        self
    }

    /// `.complete relation`
    pub fn everywhere(mut self, relation: u32) -> Case {
        self.program.relations[relation as usize].openness.complete = Some(Complete::Everywhere { span: NOWHERE });
        self
    }

    /// `.complete relation by ..`, with the names of its columns.
    pub fn declared(mut self, relation: u32, names: &[&str], places: &[usize], day: Option<usize>, by: u32) -> Case {
        let of = &mut self.program.relations[relation as usize];
        of.columns.iter_mut().zip(names).for_each(|(column, name)| column.name = (*name).into());
        let (places, declared, span) = (places.to_vec(), RelId(by), NOWHERE);
        of.openness.complete = Some(Complete::Declared { places, day, declared, span });
        self
    }

    /// `.finding relation`, with so many keys.
    pub fn finding(mut self, relation: u32, keys: usize) -> Case {
        self.program.relations[relation as usize].openness.finding = Some(keys);
        self
    }

    /// `.expect relation(columns)`
    pub fn expected(mut self, relation: u32, columns: &[usize]) -> Case {
        self.program.relations[relation as usize].openness.expected = Some(columns.to_vec());
        self
    }

    /// The relation is a clue of the grade.
    pub fn clue(mut self, relation: u32, grade: Grade) -> Case {
        self.program.relations[relation as usize].clue = Some(grade);
        for rule in self.program.rules.iter_mut().filter(|rule| rule.heads[0].relation == RelId(relation)) {
            (rule.clue, rule.model) = (rule.clue.or(Some(grade)), Some(ModelId(0)));
        }
        self
    }

    /// The model, which asks about the first column of a relation.
    pub fn model(mut self, relation: u32) -> Case {
        let candidate = Some(Candidate { relation: RelId(relation), columns: vec![0] });
        let (name, title, doc, elements) = ("m".into(), String::new(), String::new(), vec![]);
        self.program.models.push(Model { name, title, candidate, elements, doc, span: NOWHERE });
        self
    }

    /// A parameter without keys, perhaps with values for some time.
    pub fn parameter(mut self, values: &[(Option<Applies<'_>>, i64)]) -> Case {
        let day = |text: &&str| if let Value::Date(day) = date(text) { day } else { panic!("{text}") };
        let value = |(applies, value): &(Option<Applies<'_>>, i64)| ParameterValue {
            keys: vec![],
            applies: applies.map(|(from, to)| Interval { from: day(&from), to: to.as_ref().map(day) }),
            value: Value::Number(*value),
            source: String::new(),
            span: NOWHERE,
        };
        let values: Vec<ParameterValue> = values.iter().map(value).collect();
        let parameter = Parameter {
            name: "p".into(),
            keys: vec![],
            type_name: "number".into(),
            primitive: Primitive::Number,
            dated: values.iter().any(|value| value.applies.is_some()),
            values,
            replaced: false,
            doc: String::new(),
            span: NOWHERE,
        };
        self.program.parameters.push(parameter.into());
        self
    }

    /// A norm with these versions.
    pub fn norm(mut self, versions: &[(Rank, &str, Option<&str>)]) -> Case {
        let day = |text: &&str| if let Value::Date(day) = date(text) { day } else { panic!("{text}") };
        let version = |(rank, from, to): &(Rank, &str, Option<&str>)| NormVersion {
            law: "l".into(),
            article: "a".into(),
            rank: Some(*rank),
            in_force: Interval { from: day(from), to: to.as_ref().map(day) },
            text: String::new(),
            checked: None,
            span: NOWHERE,
            places: VersionPlaces { law: NOWHERE, article: NOWHERE, in_force: NOWHERE, text: None, checked: None },
        };
        let versions = versions.iter().map(version).collect();
        self.program.norms.push(Norm { name: "n".into(), versions, doc: String::new(), span: NOWHERE });
        self
    }

    /// Changes the last rule.
    pub fn last(mut self, change: impl FnOnce(&mut Rule)) -> Case {
        change(self.program.rules.last_mut().expect("a rule before"));
        self
    }

    /// Conclusions that agree in these columns conflict.
    pub fn conflicting(mut self, relation: u32, columns: &[usize]) -> Case {
        self.program.relations[relation as usize].conflict = Some(columns.to_vec());
        self
    }

    /// The open tuples of `relation`: columns by commas, `?` for those not known, and the kind.
    pub fn open(&self, relation: u32) -> Vec<String> {
        let model = derive(&self.program, &self.records, None).unwrap();
        let value = |value: &Option<Value>| value.as_ref().map_or("?".to_string(), Value::to_string);
        let open = model.open[relation as usize].iter();
        open.map(|open| format!("{}:{}", open.values.iter().map(value).collect::<Vec<_>>().join(","), open.kind))
            .collect()
    }

    /// The conflicts of `relation` that nothing decides: the key and both labels.
    pub fn undecided(&self, relation: u32) -> Vec<String> {
        let model = derive(&self.program, &self.records, None).unwrap();
        let refer = model.refer[relation as usize].iter();
        refer.map(|refer| format!("{} {}", refer.key[0], refer.rules.join("/"))).collect()
    }

    /// Candidates with their verdicts.
    pub fn verdicts(&self) -> Vec<(String, Verdict)> {
        let model = derive(&self.program, &self.records, None).unwrap();
        model.outcomes.iter().map(|outcome| (outcome.candidate[0].to_string(), outcome.verdict)).collect()
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

/// The first and the last day of a parameter's value.
type Applies<'a> = (&'a str, Option<&'a str>);
