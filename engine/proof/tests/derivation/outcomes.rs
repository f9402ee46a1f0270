//! Outcomes of candidates, open points, conflicts, and what absences rest on.

use program::checked::Grade;
use proof::{
    Because, Explainer, Node, Nowhere, OpenKind, OpenReason, Standing, State, contradictions, elements, explain,
    open_clue, open_tuples, outcomes, refers, why_not,
};
use values::Value;

use crate::support::{Nothing, ask, check, model};

const ONE: proof::Limits = proof::Limits { all: false, depth: None, answers: 10 };

/// Candidates 1 to 5: 1 is a clue, 2 lacks a finding, 3 lies outside what is declared complete, 4 has the exception, 5 has findings that
/// contradict each other.
const CASES: &str = r#"
    .decl case(id: number, place: symbol, day: date)
    case(1, "south", d"2023-03-01"). case(2, "south", d"2023-04-01"). case(3, "north", d"2023-03-01").
    case(4, "south", d"2023-05-01"). case(5, "south", d"2023-05-02").
    .decl seen(place: symbol, day: date, id: number)
    .input seen
    .complete seen by (place, day) from "complete.csv"
    .finding unfair(id: number) : symbol
    unfair(1, "yes", "Li", d"2023-06-01", "file"). unfair(3, "yes", "Li", d"2023-06-01", "file").
    unfair(4, "yes", "Wu", d"2023-06-01", "file").
    unfair(5, "yes", "Wu", d"2023-06-01", "file"). unfair(5, "no", "Li", d"2023-07-01", "visit").
    .model m "title" {
      candidate case(id)
      element a "unfair"
      element b "unseen"
    }
    .decl bad(id: number)
    @[element = m.a]
    bad(c) :- case(c, _, _), unfair(c, "yes", _, _, _).
    .decl excused(id: number)
    excused(4).
    excused(c) :- case(c, p, d), seen(p, d, c).
    .decl clue(id: number)
    .output clue
    @[clue = B, model = m]
    clue(c) :- case(c, p, d), bad(c) unless excused(c) within (place: p, day: d .. d + 10).
"#;

/// With declarations for the south in two parts, the days from 1 March 2023 to 1 June.
fn program() -> (program::checked::Program, program::checked::Program) {
    let mut written = check(CASES);
    let declared = written.find("complete seen").expect("declarations have a relation");
    let span = written.facts[0].span;
    let day = |text: &str| Value::Date(values::Date::parse(text).expect("a day"));
    for (from, to) in [("2023-03-01", "2023-04-05"), ("2023-04-06", "2023-06-01")] {
        let args = [Value::symbol("south"), day(from), day(to), Value::symbol("court"), day("2024-01-01")];
        let args = args.map(program::checked::Term::Constant).to_vec();
        let atom = program::checked::Atom { relation: declared, args, span };
        written.facts.push(program::checked::Fact { atom, span });
    }
    let compiled = law::compile(&written).expect("the program is sound").into_owned();
    (written, compiled)
}

#[test]
fn every_candidate_stands_somewhere() {
    let (written, compiled) = program();
    let model = model(&compiled);
    let [of_model] = &outcomes(&model, &written)[..] else { panic!("one model") };
    let standings = of_model.candidates.iter().map(|(_, standing)| *standing).collect::<Vec<_>>();
    use Standing::{Clue, Conditional, None, Undetermined};
    assert_eq!(standings, [Clue(Grade::B), Conditional, Undetermined, None, Conditional]);
    let explainer = Explainer::new(&model, &Nowhere);
    let open = |number: i64, standing| open_clue(&explainer, &written, of_model, &[Value::Number(number)], standing);
    let points = |number: i64, standing| {
        let open = open(number, standing).expect("it is open");
        open.case.points.into_iter().map(|point| point.reason).collect::<Vec<_>>()
    };
    assert_eq!(points(2, Conditional), [OpenReason::NoFinding]);
    assert!(matches!(&points(5, Conditional)[..], [OpenReason::Contradiction(both)] if both.len() == 2));
    let [OpenReason::Incomplete { within, undeclared: false, .. }] = &points(3, Undetermined)[..] else {
        panic!("place")
    };
    let within = within
        .iter()
        .map(|(column, from, to)| format!("{column} {from} {}", to.as_ref().map(Value::to_string).unwrap_or_default()))
        .collect::<Vec<_>>();
    assert_eq!(within.len(), 2);
    assert!(within[0].starts_with("place north") && within[1].contains("2023-03-11"), "{within:?}");
    assert!(open(1, Clue(Grade::B)).is_none());
    assert_eq!(contradictions(&model).len(), 1);
    assert_eq!(refers(&model), []);
}

#[test]
fn an_absence_names_the_declarations_that_cover_it_together() {
    let (_, compiled) = program();
    let model = model(&compiled);
    let derivation = explain(&model, &Nothing, &ask(&model, "clue", &[Some(1)]), &ONE);
    let absences = derivation.nodes.iter().filter_map(|node| match node {
        Node::Absence { known: Some(known), exception: Some(exception), .. } => Some((known, exception)),
        _ => None,
    });
    let [(known, exception)] = &absences.collect::<Vec<_>>()[..] else { panic!("one exception") };
    // 1 March to 11 March lies within the first of the two declarations.
    assert_eq!(known.declared.len(), 1);
    assert!(matches!(derivation.nodes[known.declared[0]], Node::Given { .. }));
    // A fact of the text is no rule: only the rule over `seen` could give the exception.
    assert_eq!(exception.attempts.len(), 1);
    let derivation = explain(&model, &Nothing, &ask(&model, "clue", &[None]), &ONE);
    assert!(derivation.nodes.iter().all(|node| !matches!(node, Node::Fact { relation, .. }
        if model.program.relation(*relation).purpose == program::checked::Purpose::Hidden)));
}

#[test]
fn open_tuples_and_elements() {
    let (written, compiled) = program();
    let model = model(&compiled);
    let open = open_tuples(&model, &written, &ask(&model, "clue", &[None]), 10);
    let told = open.iter().map(|open| (open.pattern[0].clone(), open.kind)).collect::<Vec<_>>();
    let number = |n| Some(Value::Number(n));
    use OpenKind::{Data, Findings};
    assert_eq!(told, [(number(2), Findings), (number(3), Data), (number(5), Findings)]);
    let question = ask(&model, "clue", &[Some(2)]);
    let states = elements(&model, &written, &question, &why_not(&model, &question));
    assert!(matches!(&states[0].state, State::Open(open) if open.case.points.len() == 1));
    assert!(matches!(states[1].state, State::NoRule));
    let question = ask(&model, "clue", &[Some(4)]);
    let states = elements(&model, &written, &question, &why_not(&model, &question));
    assert!(matches!(&states[0].state, State::Met(_, fact) if fact[..] == [Value::Number(4)]));
}

#[test]
fn a_conflict_names_what_was_beaten() {
    let written = check(
        ".norm low { law: \"Local\" article: \"1\" rank: local_regulation in_force: d\"2020-01-01\" .. }
         .norm high { law: \"Law\" article: \"2\" rank: law in_force: d\"2010-01-01\" .. }
         .decl n(x: number)\nn(1). n(2).
         @[conflict = x]\n.decl fine(x: number, y: number)\n.output fine
         @[norm = low]\nfine(x, 5) :- n(x).
         @[norm = high]\nfine(x, 2) :- n(x), x = 1.
         fine(x, 8) :- n(x), x = 2.",
    );
    let compiled = law::compile(&written).expect("the program is sound").into_owned();
    let model = model(&compiled);
    let derivation = explain(&model, &Nothing, &ask(&model, "fine", &[None, None]), &ONE);
    assert_eq!(derivation.answers.len(), 1, "of 2 nothing is concluded");
    let beaten = derivation.nodes.iter().find_map(|node| match node {
        Node::Precedence { beaten, .. } => Some(beaten),
        _ => None,
    });
    let [beaten] = &beaten.expect("one was beaten")[..] else { panic!("one was beaten") };
    assert_eq!((beaten.because, &beaten.args[1]), (Because::Rank, &Value::Number(5)));
    let [refer] = &refers(&model)[..] else { panic!("one conflict") };
    assert_eq!(
        (&refer.key[..], &refer.rules),
        (&[(0, Value::Number(2))][..], &["fine#1".to_string(), "fine#3".to_string()])
    );
}
