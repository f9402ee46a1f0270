//! `--all` and `--shortest` on small random programs against every derivation that trying all substitutions finds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use eval::Model;
use program::checked::{Atom, LiteralKind, RelId, Term, VarId};
use proof::{Derivation, Limits, Node, NodeId, Question};
use proptest::test_runner::{RngAlgorithm, TestRng};
use tests::certified::Certifier;
use tests::engine;
use tests::positive::positive;
use tests::random::Dice;
use values::Value;

const PROGRAMS: u64 = 400;
/// Facts with more derivations are passed over.
const DERIVATIONS_MAX: usize = 150;

type Fact = (RelId, Vec<Value>);
/// The rule and what its literals say, in text order; of a record or a fact of the text `None`.
type Step = Option<(usize, Vec<Fact>)>;
/// A derivation: of each fact that is needed, its step.
type Proof = BTreeMap<Fact, Step>;

/// All substitutions of three values for a rule's variables.
fn substitutions(variables: usize) -> Vec<Vec<Value>> {
    (0..variables).fold(vec![Vec::new()], |all, _| {
        let longer = |one: Vec<Value>| (0..3).map(move |n| [&one[..], &[Value::Number(n)]].concat());
        all.into_iter().flat_map(longer).collect()
    })
}

fn instance(atom: &Atom, values: &[Value]) -> Fact {
    let arg = |term: &Term| match term {
        Term::Variable(VarId(id)) => values[*id as usize].clone(),
        Term::Constant(value) => value.clone(),
        _ => panic!("a term of another kind"),
    };
    (atom.relation, atom.args.iter().map(arg).collect())
}

/// The steps that lead to each fact.
fn steps(model: &Model<'_>) -> BTreeMap<Fact, BTreeSet<Step>> {
    let mut steps = BTreeMap::<Fact, BTreeSet<Step>>::new();
    for relation in model.program.relation_ids() {
        for fact in model.facts_in_order(relation) {
            let is_base = model.program.relation(relation).name.starts_with('r');
            let steps = steps.entry((relation, model.decode(relation, &fact))).or_default();
            steps.extend(is_base.then_some(None));
        }
    }
    let facts = steps.keys().cloned().collect::<BTreeSet<_>>();
    for clause in &model.clauses {
        let atoms = clause.literals.iter().map(|signed| match &signed.literal.kind {
            LiteralKind::Atom(atom) => atom,
            _ => panic!("a literal of another kind"),
        });
        let atoms = atoms.collect::<Vec<_>>();
        for values in substitutions(model.program.rules[clause.rule].variables.len()) {
            let premises = atoms.iter().map(|atom| instance(atom, &values)).collect::<Vec<_>>();
            if premises.iter().all(|premise| facts.contains(premise)) {
                steps.get_mut(&instance(clause.head, &values)).unwrap().insert(Some((clause.rule, premises)));
            }
        }
    }
    steps
}

fn rests_on(step: &Step) -> &[Fact] {
    step.as_ref().map_or(&[], |(_, premises)| premises)
}

/// Every choice of one step for each fact needed that goes in no circle. `None` where there are too many.
fn proofs(asked: &Fact, steps: &BTreeMap<Fact, BTreeSet<Step>>) -> Option<BTreeSet<Proof>> {
    let mut found = BTreeSet::new();
    let mut open = vec![Proof::new()];
    let mut tried = 0;
    while let Some(proof) = open.pop() {
        tried += 1;
        if tried > 20_000 || found.len() > DERIVATIONS_MAX {
            return None;
        }
        let needed = std::iter::once(asked).chain(proof.values().flat_map(rests_on));
        match needed.into_iter().find(|fact| !proof.contains_key(*fact)).cloned() {
            None => drop(is_acyclic(&proof).then(|| found.insert(proof))),
            Some(fact) => {
                for step in &steps[&fact] {
                    let mut longer = proof.clone();
                    longer.insert(fact.clone(), step.clone());
                    if is_acyclic(&longer) {
                        open.push(longer);
                    }
                }
            }
        }
    }
    Some(found)
}

/// Taking away what rests on nothing that is left, everything goes; what has no step yet rests on nothing.
fn is_acyclic(proof: &Proof) -> bool {
    let mut left = proof.clone();
    loop {
        let free = left.iter().find(|(_, step)| !rests_on(step).iter().any(|premise| left.contains_key(premise)));
        match free.map(|(fact, _)| fact.clone()) {
            Some(fact) => drop(left.remove(&fact)),
            None => return left.is_empty(),
        }
    }
}

/// How many conclusions the proof's tree has.
fn size(fact: &Fact, proof: &Proof) -> usize {
    match &proof[fact] {
        None => 0,
        Some((_, premises)) => 1 + premises.iter().map(|premise| size(premise, proof)).sum::<usize>(),
    }
}

fn fact_at(node: &Node) -> Fact {
    match node {
        Node::Record { relation, args, .. }
        | Node::Given { relation, args, .. }
        | Node::Fact { relation, args, .. } => (*relation, args.clone()),
        other => panic!("{other:?}"),
    }
}

/// The derivation at a node.
fn told(derivation: &Derivation, answer: NodeId) -> Proof {
    let mut proof = Proof::new();
    let mut open = vec![answer];
    while let Some(id) = open.pop() {
        let node = &derivation.nodes[id];
        let step = match node {
            Node::Fact { rule, premises, folded, .. } => {
                assert!(!folded && premises.iter().all(|premise| premise.node < id));
                open.extend(premises.iter().map(|premise| premise.node));
                let premises = premises.iter().map(|premise| fact_at(&derivation.nodes[premise.node])).collect();
                Some((*rule, premises))
            }
            _ => None,
        };
        let known = proof.insert(fact_at(node), step.clone());
        assert!(known.is_none_or(|known| known == step), "one fact concluded in two ways");
    }
    proof
}

/// All derivations are listed, each once, the canonical one first; the shortest one is as short as any of them.
#[test]
fn all_derivations_are_those_that_trying_all_substitutions_finds() {
    let (mut compared, mut several) = (0, 0);
    for seed in 0..PROGRAMS {
        let mut bytes = [7; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let made = positive(&mut Dice::new(&mut rng));
        if made.text.contains("eqrel") {
            continue;
        }
        let program = engine::accepted(&made.text);
        let model = engine::evaluate(&program, &made.rows).unwrap();
        let (steps, files) = (steps(&model), engine::check(&made.text).files);
        let certifier = Certifier::new(&model, &program, &files, &made.rows);
        for fact in steps.keys() {
            let Some(expected) = proofs(fact, &steps) else { continue };
            let question = Question { relation: fact.0, args: fact.1.iter().cloned().map(Some).collect() };
            let limits = |all: bool| Limits { all, depth: None, answers: 1000 };
            let all = proof::explain(&model, &certifier, &question, &limits(true));
            let context = || format!("seed {seed}\n{}{:?}\n{fact:?}\n{all:#?}", made.text, made.rows);
            assert!(!all.more, "{}", context());
            let found = all.answers.iter().map(|answer| told(&all, *answer)).collect::<Vec<_>>();
            assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), expected, "{}", context());
            assert_eq!(found.len(), expected.len(), "one derivation is listed twice\n{}", context());
            let canonical = proof::explain(&model, &certifier, &question, &limits(false));
            assert_eq!(found[0], told(&canonical, canonical.answers[0]), "{}", context());
            let shortest = proof::shortest(&model, &certifier, &question, 10);
            for derivation in [&all, &canonical, &shortest] {
                certifier.checked(&model, derivation).unwrap_or_else(|fault| panic!("{fault}\n{}", context()));
            }
            let shortest = size(fact, &told(&shortest, shortest.answers[0]));
            assert_eq!(Some(shortest), expected.iter().map(|proof| size(fact, proof)).min(), "{}", context());
            compared += 1;
            several += usize::from(expected.len() > 1);
        }
    }
    assert!(compared > 1000 && several > 100, "too few facts with several derivations: {several} of {compared}");
}
