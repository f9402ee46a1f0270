//! Witness sets of small random programs against all subsets of their records.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Program, RelId};
use proof::{Nowhere, Question, Witnesses};
use proptest::test_runner::{RngAlgorithm, TestRng};
use tests::engine::{self, Rows};
use tests::positive::positive;
use tests::random::Dice;
use values::Value;

const PROGRAMS: u64 = 800;

/// A record: relation and place in its rows.
type Record = (usize, usize);
/// A set of records that gives a fact.
type Set = BTreeSet<Record>;
type Fact = (RelId, Vec<Value>);

fn subset(rows: &Rows, records: &[Record], mask: usize) -> (Set, Rows) {
    let chosen = (0..records.len()).filter(|bit| mask >> bit & 1 == 1).map(|bit| records[bit]).collect::<Set>();
    let mut kept = vec![Vec::new(); rows.len()];
    chosen.iter().for_each(|(relation, row)| kept[*relation].push(rows[*relation][*row].clone()));
    (chosen, kept)
}

/// By fact, the sets of records that give it and of which none can be left out, found by trying all.
fn brute_force(program: &Program, rows: &Rows) -> BTreeMap<Fact, Vec<Set>> {
    let records = rows.iter().enumerate().flat_map(|(relation, rows)| (0..rows.len()).map(move |row| (relation, row)));
    let records = records.collect::<Vec<_>>();
    let mut masks = (0..1_usize << records.len()).collect::<Vec<_>>();
    masks.sort_by_key(|mask| mask.count_ones());
    let mut minimal = BTreeMap::<Fact, Vec<Set>>::new();
    for mask in masks {
        let (chosen, kept) = subset(rows, &records, mask);
        let model = engine::evaluate(program, &kept).unwrap();
        for relation in program.relation_ids() {
            for fact in model.facts_in_order(relation) {
                let sets = minimal.entry((relation, model.decode(relation, &fact))).or_default();
                if !sets.iter().any(|set| set.is_subset(&chosen)) {
                    sets.push(chosen.clone());
                }
            }
        }
    }
    minimal
}

/// The records among the numbered bases. Facts of the text are always there.
fn records(witnesses: &Witnesses, numbers: &[usize], rows: &Rows) -> Set {
    let record = |number: &usize| {
        let base = &witnesses.bases[*number];
        let relation = base.relation.0 as usize;
        let row = rows[relation].iter().position(|row| *row == base.args)?;
        base.given.is_none().then_some((relation, row))
    };
    numbers.iter().filter_map(record).collect()
}

/// All minimal sets are found and no others, the smaller ones first, and what is in every one is what the fact does not hold without.
#[test]
fn witness_sets_are_those_that_trying_all_subsets_finds() {
    let mut several = 0;
    for seed in 0..PROGRAMS {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let made = positive(&mut Dice::new(&mut rng));
        let program = engine::accepted(&made.text);
        let model = engine::evaluate(&program, &made.rows).unwrap();
        for ((relation, args), expected) in brute_force(&program, &made.rows) {
            let question = Question { relation, args: args.iter().cloned().map(Some).collect() };
            let (found, more) = proof::witnesses(&model, &Nowhere, &question, 10, 1000);
            let told = || format!("seed {seed}\n{}{:?}\n{relation:?} {args:?}\n{found:#?}", made.text, made.rows);
            let [witnesses] = &found[..] else { panic!("one fact\n{}", told()) };
            assert!(!more && !witnesses.more && !witnesses.gave_up, "{}", told());
            let sets = witnesses.sets.iter().map(|set| records(witnesses, &set.bases, &made.rows)).collect::<Vec<_>>();
            assert!(witnesses.sets.iter().all(|set| set.minimal), "{}", told());
            assert!(witnesses.sets.is_sorted_by_key(|set| set.bases.len()), "{}", told());
            // Where facts of the text help, several sets may differ in them alone, or rest on needless records beside them.
            let stated = made.text.lines().any(|line| line.starts_with('r'));
            let minimal = |set: &&Set| !sets.iter().any(|other| other.len() < set.len() && other.is_subset(set));
            let found = sets.iter().filter(|set| !stated || minimal(set)).cloned().collect::<BTreeSet<_>>();
            assert_eq!(found, expected.iter().cloned().collect(), "{}", told());
            let common = expected.iter().skip(1).fold(expected[0].clone(), |common, set| &common & set);
            let every = records(witnesses, &witnesses.in_every, &made.rows);
            match stated {
                true => assert!(every.is_subset(&common), "{}", told()),
                false => assert_eq!(every, common, "{}", told()),
            }
            several += usize::from(expected.len() > 1);
        }
    }
    assert!(several > 200, "too few facts with several sets: {several}");
}
