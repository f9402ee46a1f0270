//! What is said to be lacking, against what the model holds: near misses by brute force, missing facts by adding them.

use std::collections::BTreeSet;

use program::checked::Program;
use proof::{Below, Distance, Lacking, Question, Reach, lacking};
use values::{Date, Value};

use crate::support::{ask, check, model};

/// Numbers without end, the same ones every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn one_of<'t>(&mut self, words: &[&'t str]) -> &'t str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// Three relations of facts, three of conclusions that may rest on each other and on themselves.
fn positive(dice: &mut Dice) -> String {
    let mut text = String::new();
    for name in ["a", "b", "c", "d", "e", "f"] {
        text += &format!(".decl {name}(x: number, y: number)\n.output {name}\n");
    }
    for _ in 0..dice.below(8) {
        let name = dice.one_of(&["a", "b", "c"]);
        text += &format!("{name}({}, {}).\n", dice.below(4), dice.below(4));
    }
    for head in ["d", "e", "f"] {
        for _ in 0..1 + dice.below(2) {
            let mut atom = || dice.one_of(&["a", "b", "c", "d", "e", "f"]);
            let (one, two, three) = (atom(), atom(), atom());
            text += &match dice.below(4) {
                0 => format!("{head}(x, y) :- {one}(x, z), {two}(z, y).\n"),
                1 => format!("{head}(x, y) :- {one}(y, x), {two}(x, _).\n"),
                2 => format!("{head}(x, y) :- {one}(x, z), {two}(y, w), {three}(z, w).\n"),
                _ => format!("{head}(x, y) :- {one}(y, x).\n"),
            };
        }
        // No conclusion rests on itself alone.
        text += &format!("{head}(x, y) :- a(x, z), b(z, y).\n");
    }
    text
}

/// A missing fact that no rule gives, on the way down from a part of the answer.
fn leaf(parts: &[Lacking], at: usize, seen: &mut BTreeSet<usize>) -> Option<Question> {
    seen.insert(at);
    parts[at].behind.iter().find_map(|behind| {
        let (missing, _) = behind.missing.as_ref()?;
        match behind.below {
            None => Some(missing.clone()),
            Some(Below::At(next)) if !seen.contains(&next) => leaf(parts, next, seen),
            Some(_) => None,
        }
    })
}

#[test]
fn a_fact_holds_once_what_it_lacks_is_added() {
    let reach = Reach { depth: 20, near: 0 };
    let mut added = 0;
    for seed in 0..60 {
        let mut text = positive(&mut Dice(seed));
        for step in 0.. {
            assert!(step < 40, "no end:\n{text}");
            let program = check(&text);
            let model = model(&program);
            let question = ask(&model, "f", &[Some(1), Some(2)]);
            let codes = model.codes(&[Value::Number(1), Value::Number(2)]).expect("small numbers have codes");
            if model.is_fact(question.relation, &codes) {
                break;
            }
            let parts = lacking(&model, &program, &question, &reach);
            let missing = leaf(&parts, 0, &mut BTreeSet::new()).unwrap_or_else(|| panic!("nothing to add:\n{text}"));
            let args = missing.args.iter().map(|arg| arg.as_ref().map_or("0".to_string(), Value::to_string));
            let args = args.collect::<Vec<_>>().join(", ");
            text += &format!("{}({args}).\n", program.relation(missing.relation).name);
            added += 1;
        }
    }
    assert!(added > 60, "{added} facts were added: most questions held from the start");
}

/// Insertions, deletions, replacements and swaps of neighbours, by the whole table.
fn characters(a: &str, b: &str) -> usize {
    let (a, b) = (a.chars().collect::<Vec<_>>(), b.chars().collect::<Vec<_>>());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = match (i, j) {
                (0, j) => j,
                (i, 0) => i,
                (i, j) => {
                    let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    least = least.min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[a.len()][b.len()]
}

fn units(found: &Value, wanted: &Value) -> u64 {
    match (found, wanted) {
        (Value::Symbol(a), Value::Symbol(b)) => characters(a, b) as u64,
        (Value::Number(a), Value::Number(b)) => a.abs_diff(*b),
        (Value::Date(a), Value::Date(b)) => a.days_since(*b).unsigned_abs(),
        other => panic!("{other:?}"),
    }
}

/// The three nearest facts: those that differ in the fewest of the columns asked for, by the sum of their distances.
fn by_brute_force(facts: &[Vec<Value>], asked: &[Option<Value>]) -> Vec<Vec<Value>> {
    let bound = asked.iter().enumerate().filter_map(|(column, value)| Some((column, value.as_ref()?)));
    let bound = bound.collect::<Vec<_>>();
    let differing = |fact: &Vec<Value>| bound.iter().filter(|(column, value)| fact[*column] != **value).count();
    let fewest = facts.iter().map(differing).min().unwrap_or(0);
    if fewest == bound.len() && bound.len() > 1 {
        return Vec::new();
    }
    let far = |fact: &Vec<Value>| bound.iter().map(|(column, value)| units(&fact[*column], value)).sum::<u64>();
    let is_near = |fact: &&Vec<Value>| match bound[..] {
        [(column, Value::Symbol(wanted))] => {
            let Value::Symbol(found) = &fact[column] else { panic!("a symbol") };
            characters(found, wanted) * 2 <= found.chars().count().max(wanted.chars().count())
        }
        _ => true,
    };
    let mut near = facts.iter().filter(|fact| differing(fact) == fewest).filter(is_near).collect::<Vec<_>>();
    near.sort_by_key(|fact| (far(fact), (*fact).clone()));
    near.into_iter().take(3).cloned().collect()
}

#[test]
fn near_misses_are_facts_and_no_fact_is_nearer() {
    let names = ["张三", "张三丰", "三张", "李四", "L-1", "L-11", "L-2", "l-1", "", "租约-2021-003", "租约-2021-030"];
    let day = |n: u64| Date::parse("2024-02-27").unwrap().add_days(n as i64).unwrap();
    let (mut dice, mut shown) = (Dice(7), 0);
    for round in 0..60 {
        let mut facts = BTreeSet::new();
        for _ in 0..1 + dice.below(30) {
            let values = [
                Value::symbol(dice.one_of(&names)),
                Value::Number(dice.below(20) as i64 - 10),
                Value::Date(day(dice.below(40))),
            ];
            facts.insert(values.to_vec());
        }
        let facts = facts.into_iter().collect::<Vec<_>>();
        let told = facts.iter().map(|fact| format!("p(\"{}\", {}, d\"{}\").\n", fact[0], fact[1], fact[2]));
        let text = format!(".decl p(a: symbol, n: number, d: date)\n.output p\n{}", told.collect::<String>());
        let program = check(&text);
        let model = model(&program);
        for _ in 0..10 {
            let all = [
                Value::symbol(dice.one_of(&names)),
                Value::Number(dice.below(20) as i64 - 10),
                Value::Date(day(dice.below(40))),
            ];
            let args = all.map(|value| Some(value).filter(|_| dice.below(3) > 0)).to_vec();
            let fits = |fact: &Vec<Value>| fact.iter().zip(&args).all(|(v, arg)| arg.as_ref().is_none_or(|a| a == v));
            if facts.iter().any(fits) || args.iter().all(Option::is_none) {
                continue;
            }
            let question = Question { relation: program.find("p").unwrap(), args: args.clone() };
            let nearby = &lacking(&model, &program, &question, &Reach::default())[0].nearby;
            let found = nearby.facts.iter().map(|near| near.args.clone()).collect::<Vec<_>>();
            assert_eq!(found, by_brute_force(&facts, &args), "round {round}: {args:?}\n{text}");
            for near in &nearby.facts {
                assert!(facts.contains(&near.args) && !near.differences.is_empty());
                for difference in &near.differences {
                    let wanted = args[difference.column].as_ref().expect("only what was asked for");
                    let found = &near.args[difference.column];
                    assert!(found != wanted && difference.distance == Distance::between(found, wanted));
                }
            }
            for (column, value) in args.iter().enumerate() {
                let occurs = value.as_ref().is_none_or(|value| facts.iter().any(|fact| fact[column] == *value));
                assert_eq!(nearby.unseen.iter().any(|unseen| unseen.column == column), !occurs);
            }
            shown += found.len();
        }
    }
    assert!(shown > 300, "{shown} near misses were compared");
}

#[test]
fn comparisons_are_told_by_the_bindings_that_fail_by_least() {
    let mut dice = Dice(3);
    for _ in 0..40 {
        let mut facts = BTreeSet::new();
        for _ in 0..1 + dice.below(12) {
            facts.insert((dice.below(3) as i64, dice.below(20) as i64));
        }
        let told = facts.iter().map(|(k, n)| format!("p({k}, {n}).\n")).collect::<String>();
        let program = check(&format!(
            ".decl p(k: number, n: number)\n{told}.decl q(k: number)\n.output q\nq(k) :- p(k, n), n + 1 >= 30.\n"
        ));
        let model = model(&program);
        for key in [Some(0), Some(1), None] {
            let parts = lacking(&model, &program, &ask(&model, "q", &[key]), &Reach::default());
            let mut expected = facts.iter().filter(|(k, _)| key.is_none_or(|key| key == *k)).collect::<Vec<_>>();
            expected.sort_by_key(|(k, n)| (29 - n, *k));
            let relation = program.find("p").unwrap();
            let behind = &parts[0].behind[0];
            let found = behind.gaps.iter().map(|gap| {
                let [(fact, row)] = gap.facts[..] else { panic!("one fact gives the number") };
                assert_eq!(fact, relation);
                match model.values(fact, row)[..] {
                    [Value::Number(k), Value::Number(n)] => (k, n, gap.distance.clone()),
                    _ => panic!("two numbers"),
                }
            });
            let distance = |n: i64| Distance::between(&Value::Number(n + 1), &Value::Number(30));
            let expected = expected.into_iter().take(3).map(|(k, n)| (*k, *n, distance(*n)));
            assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    }
}

#[test]
fn what_rests_on_itself_is_followed_once() {
    let program = check(
        ".decl p(x: number)\n.decl q(x: number)\n.decl r(x: number)\n.output p\n\
         p(x) :- q(x).\nq(x) :- p(x).\nq(x) :- r(x).\nr(7).\n",
    );
    let model = model(&program);
    let parts = lacking(&model, &program, &ask(&model, "p", &[Some(1)]), &Reach::default());
    let below = parts.iter().map(|part| part.behind.iter().map(|behind| behind.below).collect::<Vec<_>>());
    let below = below.collect::<Vec<_>>();
    assert_eq!(below, [vec![Some(Below::At(1))], vec![Some(Below::At(0)), None]]);
    let (missing, nearby) = parts[1].behind[1].missing.as_ref().expect("r(1) is missing");
    assert_eq!(missing.args, [Some(Value::Number(1))]);
    assert_eq!(nearby.facts[0].differences[0].distance, Distance::between(&Value::Number(1), &Value::Number(7)));
    let shallow = Reach { depth: 0, near: 0 };
    let parts = lacking(&model, &program, &ask(&model, "p", &[Some(1)]), &shallow);
    assert_eq!((parts.len(), parts[0].behind[0].below), (1, Some(Below::Deeper)));
}

/// Candidates against a formula: each premise that fails counts one, whatever lies behind a fact that is missing.
#[test]
fn every_candidate_lacks_what_a_count_by_hand_says() {
    let mut dice = Dice(11);
    for round in 0..30 {
        let count = 12;
        let mut text = "\
.decl case(c: number)
.decl a(c: number)
.decl b(c: number, d: number)
.decl g(d: number)
.decl bad(c: number)
.decl v(c: number, y: number)
.decl e1(c: number)
.decl e2(c: number)
.decl clue(c: number)
.output clue
.model m \"title\" { candidate case(c) element e1 \"first\" element e2 \"second\" }
@[element = m.e1]
e1(c) :- a(c).
@[element = m.e2]
e2(c) :- b(c, d), g(d).
@[clue = B, model = m]
clue(c) :- case(c), e1(c), e2(c), !bad(c), v(c, y), y >= 5.
"
        .to_string();
        let mut expected = vec![0; 7];
        for c in 0..count {
            text += &format!("case({c}).\n");
            let mut lacks = 0;
            let mut fact = |dice: &mut Dice, name: &str| {
                let holds = dice.below(2) == 0;
                text += &if holds { format!("{name}({c}).\n") } else { String::new() };
                holds
            };
            lacks += usize::from(!fact(&mut dice, "a"));
            lacks += usize::from(fact(&mut dice, "bad"));
            let items = (0..dice.below(3)).map(|_| dice.below(4)).collect::<BTreeSet<_>>();
            items.iter().for_each(|d| text += &format!("b({c}, {d}).\n"));
            // Of the items 0 to 3, g holds 0 and 1.
            lacks += usize::from(!items.iter().any(|d| *d < 2));
            let values = (0..dice.below(3)).map(|_| dice.below(8)).collect::<BTreeSet<_>>();
            values.iter().for_each(|y| text += &format!("v({c}, {y}).\n"));
            lacks += usize::from(!values.iter().any(|y| *y >= 5));
            expected[lacks] += 1;
        }
        text += "g(0). g(1).\n";
        let written: Program = check(&text);
        let compiled = law::compile(&written).expect("the program is sound").into_owned();
        let model = model(&compiled);
        let found = proof::missing(&model, &written, program::checked::ModelId(0), 3).expect("it has candidates");
        let mut counted = vec![0; 7];
        counted[0] = found.clues;
        found.groups.iter().for_each(|group| counted[group.lacks.len()] += group.count);
        assert_eq!(counted, expected, "round {round}\n{text}");
        assert_eq!((found.candidates, found.unfinished), (count, 0));
        let ranks = found.groups.iter().map(|group| (group.lacks.len(), usize::MAX - group.count)).collect::<Vec<_>>();
        assert!(ranks.is_sorted(), "{ranks:?}");
        assert!(
            found.groups.iter().all(|group| group.examples.len() == group.count.min(3) && group.examples.is_sorted())
        );
    }
}
