//! The fast way to a least match against the search, fact by fact.

use program::{LoadError, Loaded, Loader, check};
use values::{Dictionary, Value};

use super::open::Nowhere;
use super::{Explainer, Limits, Question};
use eval::{Found, Origin};

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

const RULES: &str = "
.decl edge(x: number, y: number)
.decl tag(x: number, t: symbol)
.decl path(x: number, y: number)
path(x, y) :- edge(x, y).
path(x, z) :- path(x, y), edge(y, z).
.decl back(x: number, y: number)
back(x, y) :- edge(x, y).
back(x, z) :- edge(y, z), back(x, y).
.decl square(x: number, y: number)
square(x, z) :- path(x, y), path(y, z).
.decl loop(x: number)
loop(x) :- path(x, x).
.decl far(x: number, t: symbol)
far(x, t) :- path(_, x), tag(y, t), edge(x, y).
.decl three(x: number, y: number, z: number)
three(x, y, z) :- edge(x, y), edge(y, z), tag(z, _); three(x, y, w), edge(w, z), tag(w, \"a\").
.decl pair(x: number, y: number)
pair(x, y) :- three(x, w, v), three(y, v, w).
";

/// Records without repetitions, some of them beyond what is dense.
fn records(seed: u64) -> String {
    let mut state = seed;
    let mut below = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let (nodes, edges) = (3 + below(40), 2 + below(90));
    let mut text = String::new();
    for _ in 0..edges {
        text.push_str(&format!("edge({}, {}).\n", below(nodes), below(nodes) * if below(9) == 0 { 1000 } else { 1 }));
    }
    for _ in 0..nodes {
        text.push_str(&format!("tag({}, \"{}\").\n", below(nodes), ["a", "b", "租"][below(3) as usize]));
    }
    text
}

#[test]
fn what_is_found_fast_is_what_a_search_finds() {
    let mut compared = 0;
    for seed in 0..60 {
        let mut files = diagnostics::Files::default();
        let main = files.add("m.dl", format!("{RULES}{}", records(seed)));
        let program = check(&mut files, main, &mut NoFiles).program.unwrap();
        let empty = program.relations.iter().map(|relation| eval::Records::empty(relation.columns.len())).collect();
        let limits = eval::Limits::default();
        let model = eval::evaluate(&program, Dictionary::default(), empty, &limits, &eval::Unwatched).unwrap();
        let explainer = Explainer::new(&model, &Nowhere);
        let mut found = Found::default();
        for relation in program.relation_ids() {
            for row in 0..model.relation(relation).len() {
                let Origin::Derived { clause, round } = model.origin(relation, row) else { continue };
                let ends = |other| explainer.known_before(relation, round, other);
                let searched = explainer.matches(clause, (relation, row), &ends, 1).pop().unwrap();
                let Some(atoms) = explainer.least((relation, row), clause, round, &mut found) else { continue };
                let fast = atoms.solution(&found);
                assert_eq!((fast.rows, fast.slots), (searched.rows, searched.slots), "seed {seed} {relation:?} {row}");
                compared += 1;
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn a_graph_of_many_facts_holds_the_derivation_of_each() {
    let mut files = diagnostics::Files::default();
    let main = files.add("m.dl", format!("{RULES}{}", records(7)));
    let program = check(&mut files, main, &mut NoFiles).program.unwrap();
    let empty = program.relations.iter().map(|relation| eval::Records::empty(relation.columns.len())).collect();
    let model =
        eval::evaluate(&program, Dictionary::default(), empty, &eval::Limits::default(), &eval::Unwatched).unwrap();
    let explainer = Explainer::new(&model, &Nowhere);
    let path = program.find("path").unwrap();
    let asked = model.sorted(path).into_iter().map(|row| model.values(path, row));
    let question = |args: Vec<Value>| Question { relation: path, args: args.into_iter().map(Some).collect() };
    let mut questions = asked.map(question).collect::<Vec<_>>();
    let facts = questions.len();
    questions.push(questions[0].clone());
    questions.push(Question { relation: path, args: vec![Some(Value::Number(-1)), None] });
    let limits = Limits { all: false, depth: None, answers: usize::MAX };
    let (each, in_vain) = explainer.explain_each(&questions, &limits);
    assert_eq!((each.answers.len(), each.more, in_vain), (facts, false, vec![facts + 1]));
    assert_eq!(each.total, facts as u64, "the one asked about twice is one");
    let everything = Question { relation: path, args: vec![None, None] };
    let few = Limits { answers: 2, ..limits };
    let (cut, _) = explainer.explain_each(&[everything.clone(), questions[0].clone(), everything], &few);
    assert_eq!((cut.answers.len(), cut.more, cut.total), (2, true, facts as u64), "the first is among the first two");
    let all = explainer.explain(&Question { relation: path, args: vec![None, None] }, &limits);
    assert_eq!(format!("{:?}", each.nodes), format!("{:?}", all.nodes));
    let page =
        explainer.page(&Question { relation: path, args: vec![None, None] }, &Limits { answers: 3, ..limits }, 4);
    assert_eq!((page.total, page.more), (facts as u64, true));
    let args = |derivation: &crate::Derivation, answer: usize| {
        let crate::Node::Fact { args, .. } = &derivation.nodes[derivation.answers[answer]] else { panic!("no fact") };
        args.clone()
    };
    assert_eq!((args(&page, 0), args(&page, 2)), (args(&all, 4), args(&all, 6)));
}
