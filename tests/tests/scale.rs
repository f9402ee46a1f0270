//! Inputs large enough for every special path of the evaluator: bits, chains, parts of hash sets, several threads,
//! intersections. Results are compared with the reference evaluator, and byte by byte between numbers of threads.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use eval::{Model, Origin};
use program::checked::{Program, RelId};
use tests::engine::{self, Rows};
use values::Value;

/// Numbers without end, the same ones every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> i64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound) as i64
    }

    /// Pairs below `nodes`; those with small numbers are met more often the higher `skew` is.
    fn pairs(&mut self, count: usize, nodes: u64, skew: u32) -> Vec<Vec<Value>> {
        let mut node = || (0..=skew).map(|_| self.below(nodes)).min().unwrap_or(0);
        (0..count).map(|_| vec![Value::Number(node()), Value::Number(node())]).collect()
    }
}

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

/// Rows by relation name; other relations are empty.
fn rows(program: &Program, given: &[(&str, Vec<Vec<Value>>)]) -> Rows {
    let of = |name: &str| given.iter().find(|(known, _)| *known == name).map(|(_, rows)| rows.clone());
    program.relations.iter().map(|relation| of(&relation.name).unwrap_or_default()).collect()
}

/// Evaluates with 1, 2 and 7 threads; the models must be equal to the last code and segment. Returns the sizes by name.
fn same_bytes(text: &str, given: &[(&str, Vec<Vec<Value>>)]) -> BTreeMap<String, u32> {
    let program = engine::accepted(text);
    let rows = rows(&program, given);
    let model = |threads| with_threads(threads, || engine::evaluate(&program, &rows).unwrap());
    let one = model(1);
    for threads in [2, 7] {
        let other = model(threads);
        for id in program.relation_ids() {
            let (a, b) = (one.relation(id), other.relation(id));
            assert!(a.rows().columns == b.rows().columns, "{} with {threads} threads", program.relation(id).name);
            assert_eq!(a.segments(), b.segments(), "{} with {threads} threads", program.relation(id).name);
            assert_eq!(a.sizes().segment_table, b.sizes().segment_table);
        }
    }
    found_again(&one);
    program.relation_ids().map(|id| (program.relation(id).name.clone(), one.relation(id).len())).collect()
}

/// Every row is found by its codes, and nothing else is.
fn found_again(model: &Model<'_>) {
    for id in model.program.relation_ids() {
        let relation = model.relation(id);
        for row in (0..relation.len()).step_by(97) {
            let mut codes = relation.rows().row(row).collect::<Vec<_>>();
            assert_eq!(relation.find(&codes), Some(row), "{}", model.program.relation(id).name);
            if let Some(last) = codes.last_mut() {
                *last ^= 1 << 29;
                assert_eq!(relation.find(&codes), None, "{}", model.program.relation(id).name);
            }
        }
    }
}

/// [`same_bytes`], and the same facts as the reference evaluator derives.
fn as_reference(text: &str, given: &[(&str, Vec<Vec<Value>>)]) -> BTreeMap<String, u32> {
    let sizes = same_bytes(text, given);
    let program = engine::accepted(text);
    let rows = rows(&program, given);
    let second = engine::reference(&program, &rows).unwrap_or_else(|halt| panic!("{halt:?}"));
    let main = engine::evaluate(&program, &rows).unwrap();
    for (name, tuples) in engine::relations(&main) {
        assert!(tuples == second[&name], "{name}: {} tuples, the reference has {}", tuples.len(), second[&name].len());
    }
    sizes
}

fn number(value: &Value) -> i64 {
    if let Value::Number(n) = value { *n } else { unreachable!("a number") }
}

const LEFT: &str = ".decl edge(x: number, y: number)\n.decl path(x: number, y: number)\n\
                    path(x, y) :- edge(x, y).\npath(x, z) :- path(x, y), edge(y, z).\n";

#[test]
fn closures_of_dense_graphs_whichever_way_they_are_written() {
    let right = LEFT.replace("path(x, y), edge(y, z)", "edge(x, y), path(y, z)");
    let both = LEFT.replace("path(x, y), edge(y, z)", "path(x, y), path(y, z)");
    let turned = LEFT.replace("path(x, z) :- path(x, y), edge(y, z)", "path(z, x) :- path(y, x), edge(z, y)");
    for text in [LEFT, &right, &both, &turned] {
        for skew in [0, 2] {
            let sizes = as_reference(text, &[("edge", Dice(7).pairs(1500, 400, skew))]);
            assert!(sizes["path"] > 20_000, "{sizes:?}");
        }
    }
}

#[test]
fn rounds_are_distances_in_every_kind_of_set() {
    let edges = Dice(3).pairs(2600, 900, 0);
    let program = engine::accepted(LEFT);
    let model = engine::evaluate(&program, &rows(&program, &[("edge", edges.clone())])).unwrap();
    let mut next = BTreeMap::<i64, BTreeSet<i64>>::new();
    for edge in &edges {
        next.entry(number(&edge[0])).or_default().insert(number(&edge[1]));
    }
    let id = program.find("path").unwrap();
    let mut rounds = BTreeMap::new();
    for row in 0..model.relation(id).len() {
        let Origin::Derived { round, .. } = model.origin(id, row) else { panic!("paths are derived") };
        let values = model.values(id, row);
        rounds.insert((number(&values[0]), number(&values[1])), round);
    }
    let mut expected = BTreeMap::new();
    for start in next.keys() {
        let mut open = next[start].iter().map(|node| (*node, 1)).collect::<VecDeque<_>>();
        while let Some((node, distance)) = open.pop_front() {
            if let std::collections::btree_map::Entry::Vacant(new) = expected.entry((*start, node)) {
                new.insert(distance);
                open.extend(next.get(&node).into_iter().flatten().map(|next| (*next, distance + 1)));
            }
        }
    }
    assert!(expected.len() > 300_000, "{}", expected.len());
    assert!(rounds == expected, "a round is the length of the shortest path");
}

#[test]
fn chains_of_three_matches_with_the_delta_anywhere() {
    let generation = ".decl up(x: number, y: number)\n.decl same(x: number, y: number)\n\
                      same(x, y) :- up(x, p), up(y, p), x != y.\n\
                      same(x, y) :- up(x, p), same(p, q), up(y, q).\n";
    let sizes = as_reference(generation, &[("up", Dice(5).pairs(1200, 350, 0))]);
    assert!(sizes["same"] > 20_000, "{sizes:?}");
    let points = ".decl new(p: number, x: number)\n.decl copy(p: number, q: number)\n.decl load(p: number, q: number)\n\
                  .decl store(p: number, q: number)\n.decl points(p: number, x: number)\n\
                  points(p, x) :- new(p, x).\npoints(p, x) :- copy(p, q), points(q, x).\n\
                  points(p, y) :- load(p, q), points(q, x), points(x, y).\n\
                  points(x, y) :- store(p, q), points(p, x), points(q, y).\n";
    let mut dice = Dice(11);
    let given = [
        ("new", dice.pairs(700, 3000, 0)),
        ("copy", dice.pairs(3400, 3000, 0)),
        ("load", dice.pairs(160, 3000, 0)),
        ("store", dice.pairs(120, 3000, 0)),
    ];
    let sizes = as_reference(points, &given);
    assert!(sizes["points"] > 50_000, "{sizes:?}");
    let flow = ".decl assign(x: number, y: number)\n.decl deref(x: number, y: number)\n\
                .decl flow(x: number, y: number)\n.decl alias(x: number, y: number)\n.decl memory(x: number, y: number)\n\
                flow(x, y) :- assign(x, y).\nflow(x, y) :- flow(x, z), flow(z, y).\n\
                flow(x, y) :- assign(x, z), memory(z, y).\n\
                memory(x, w) :- deref(y, x), alias(y, z), deref(z, w).\n\
                alias(x, y) :- flow(z, x), flow(z, y).\nalias(x, y) :- flow(z, x), memory(z, w), flow(w, y).\n";
    let given = [("assign", dice.pairs(900, 1400, 0)), ("deref", dice.pairs(500, 1400, 0))];
    let sizes = as_reference(flow, &given);
    assert!(sizes["alias"] > 5_000, "{sizes:?}");
}

#[test]
fn wide_and_sparse_tuples_are_told_apart_in_parts_and_by_several_threads() {
    let text = ".decl step(x: number, y: number)\n.decl walk(x: number, y: number, w: number)\n\
                walk(x, y, 0) :- step(x, y).\nwalk(x, z, 1 - w) :- walk(x, y, w), step(y, z).\n\
                .decl far(x: number, y: number)\nfar(x * 1000003, y * 1000003) :- step(x, y).\n\
                .decl two(x: number, z: number)\ntwo(x, z) :- far(x, y), far(y, z).\n";
    let sizes = as_reference(text, &[("step", Dice(9).pairs(3000, 420, 1))]);
    assert!(sizes["walk"] > 100_000 && sizes["two"] > 10_000, "{sizes:?}");
}

#[test]
fn cyclic_bodies_with_skewed_degrees() {
    let text = ".decl edge(x: number, y: number)\n.decl triangle(x: number, y: number, z: number)\n\
                triangle(x, y, z) :- edge(x, y), edge(y, z), edge(z, x).\n\
                .decl cycle(a: number, b: number, c: number, d: number)\n\
                cycle(a, b, c, d) :- edge(a, b), edge(b, c), edge(c, d), edge(d, a), a != c, b != d.\n\
                .decl closed(x: number, z: number)\nclosed(x, z) :- edge(x, z).\n\
                closed(x, z) :- closed(x, y), closed(y, z), edge(x, z).\n\
                closed(x, w) :- edge(x, y), closed(y, w), closed(w, x).\n";
    let sizes = as_reference(text, &[("edge", Dice(21).pairs(2500, 600, 3))]);
    assert!(sizes["triangle"] > 500 && sizes["cycle"] > 5_000, "{sizes:?}");
}

#[test]
fn absences_conditions_and_existence_in_bulk() {
    let text = ".decl payment(a: number, i: number)\n.decl transfer(a: number, d: number)\n.decl active(i: number)\n\
                active(i) :- payment(a, i), transfer(a, _).\n\
                .decl idle(i: number)\nidle(i) :- payment(_, i), !active(i).\n\
                .decl unpaid(a: number, d: number)\nunpaid(a, d) :- transfer(a, d), !payment(a, _), d > 100.\n\
                .decl both(a: number, b: number)\nboth(a, b) :- payment(a, b), transfer(a, b), a < b.\n";
    let mut dice = Dice(4);
    let given = [("payment", dice.pairs(60_000, 9_000, 1)), ("transfer", dice.pairs(20_000, 9_000, 0))];
    let sizes = as_reference(text, &given);
    assert!(sizes["active"] > 4_000 && sizes["idle"] > 50 && sizes["unpaid"] > 100 && sizes["both"] > 3, "{sizes:?}");
}

#[test]
fn aggregates_of_all_groups_at_once() {
    let text = ".decl sale(s: number, a: number)\n.decl shop(s: number)\nshop(s) :- sale(s, _).\nshop(-1).\n\
                .decl total(s: number, n: number, t: number, most: number, least: number)\n\
                total(s, n, t, m, l) :- shop(s), n = count : { sale(s, _) }, t = sum a : { sale(s, a) },\n\
                    m = max a : { sale(s, a) }, l = min a : { sale(s, a), a > 10 }.\n\
                .decl partners(s: number, n: number)\n\
                partners(s, n) :- shop(s), n = count : { sale(s, a), sale(_, a) }.\n\
                .decl none(s: number, n: number)\nnone(s, n) :- shop(s), n = sum a : { sale(s, a), a < 0 }.\n";
    let sizes = as_reference(text, &[("sale", Dice(8).pairs(30_000, 900, 0))]);
    assert_eq!((sizes["shop"], sizes["total"], sizes["partners"], sizes["none"]), (901, 900, 901, 901));
}

#[test]
fn values_that_rules_make_have_the_same_codes_with_any_number_of_threads() {
    let text = ".decl pair(x: number, y: number)\n.decl name(x: number, s: symbol)\n\
                name(x, cat(\"n\", to_string(x * 7 % 1000))) :- pair(x, _).\n\
                .decl both(s: symbol)\nboth(cat(s, \"-\", t)) :- pair(x, y), name(x, s), name(y, t).\n\
                .decl ratio(x: number, q: decimal)\n\
                ratio(x, round(to_decimal(x) / to_decimal(y + 1), 9, \"half_up\")) :- pair(x, y).\n\
                .decl long(n: number)\nlong(x * 3000000000 + y) :- pair(x, y).\n\
                .decl order(s: symbol, n: number)\norder(s, ord(s)) :- both(s).\n\
                .decl chain(n: number, s: symbol)\nchain(0, \"\").\n\
                chain(n + 1, cat(s, \"x\")) :- chain(n, s), n < 300.\n";
    let sizes = same_bytes(text, &[("pair", Dice(6).pairs(40_000, 3_000, 0))]);
    assert!(sizes["both"] > 10_000 && sizes["ratio"] > 30_000 && sizes["long"] > 30_000, "{sizes:?}");
    assert_eq!(sizes["chain"], 301);
}

#[test]
fn the_order_of_arrival_changes_no_fact() {
    let mut edges = Dice(2).pairs(2000, 450, 0);
    let facts = |edges: &[Vec<Value>]| {
        let program = engine::accepted(LEFT);
        engine::relations(&engine::evaluate(&program, &rows(&program, &[("edge", edges.to_vec())])).unwrap())
    };
    let shuffled = facts(&edges);
    edges.sort();
    let sorted = facts(&edges);
    edges.reverse();
    let reversed = facts(&edges);
    let repeated = (0..1000).flat_map(|_| edges[..20].to_vec()).chain(edges.clone()).collect::<Vec<_>>();
    assert!(shuffled["path"].len() > 100_000);
    assert!(shuffled == sorted && sorted == reversed && reversed == facts(&repeated));
}

#[test]
fn a_relation_of_sixty_columns() {
    let names = (0..60).map(|column| format!("c{column}")).collect::<Vec<_>>();
    let typed = names.iter().map(|name| format!("{name}: number")).collect::<Vec<_>>().join(", ");
    let text = format!(
        ".decl wide({typed})\n.decl again({typed})\nagain({all}) :- wide({all}), c59 < 50.\n\
         .decl ends(a: number, b: number)\nends(a, b) :- again(c0: a, c59: b).\n",
        all = names.join(", ")
    );
    let wide = (0..5000i64).map(|row| (0..60).map(|column| Value::Number((row + column) % 100)).collect());
    // 5,000 rows hold 100 different ones, of which 50 have their last column below 50.
    let sizes = same_bytes(&text, &[("wide", wide.collect())]);
    assert_eq!((sizes["wide"], sizes["again"], sizes["ends"]), (100, 50, 50));
}

#[test]
fn keys_that_are_all_equal() {
    let text = ".decl a(k: number, x: number)\n.decl b(k: number, y: number)\n.decl c(k: number)\n\
                c(k) :- a(k, _), b(k, _).\n.decl d(x: number)\nd(x) :- a(k, x), b(k, x).\n";
    let same = |from: i64| (from..from + 30_000).map(|n| vec![Value::Number(1), Value::Number(n)]).collect::<Vec<_>>();
    let sizes = same_bytes(text, &[("a", same(0)), ("b", same(29_000))]);
    assert_eq!((sizes["c"], sizes["d"]), (1, 1000));
}

#[test]
fn empty_relations_everywhere() {
    let flow = ".decl e(x: number, y: number)\n.decl t(x: number, y: number, z: number)\n.decl p(x: number, y: number)\n\
                p(x, y) :- e(x, y).\np(x, z) :- p(x, y), e(y, z).\nt(x, y, z) :- e(x, y), e(y, z), e(z, x).\n\
                .decl n(c: number)\nn(c) :- c = count : { p(_, _) }.\n";
    let program = engine::accepted(flow);
    let model = engine::evaluate(&program, &rows(&program, &[])).unwrap();
    let count = model.program.find("n").unwrap();
    assert_eq!(model.values(count, 0), [Value::Number(0)]);
    let empty = |id: &RelId| model.relation(*id).is_empty();
    assert_eq!(program.relation_ids().filter(empty).count(), 3);
}

fn ranges(name: &str, from: i64, to: i64) -> String {
    format!("{name}(x) :- x = range({from}, {to}).\n")
}

#[test]
fn codes_outside_the_bits_of_a_single_column() {
    let text = format!(
        ".decl n(x: number)\n.decl e(x: number, y: number)\n.decl q(x: number)\n{}\
         e(x, x + 3000) :- n(x).\ne(x, x + 4000) :- n(x).\nq(x) :- n(x).\nq(y) :- n(x), e(x, y).\n",
        ranges("n", 0, 5000)
    );
    // 0 to 4999 from n, 3000 to 8999 through e.
    assert_eq!(as_reference(&text, &[])["q"], 9000);
}

#[test]
fn a_handful_of_pairs_before_a_large_relation() {
    let text = ".decl a(x: number, y: number)\n.decl b(y: number, z: number)\n.decl c(z: number, w: number)\n\
                .decl r(x: number, w: number)\na(1, 1). a(2, 2). a(3, 3). a(4, 4). b(1, 1).\n\
                c(1, w) :- w = range(0, 9000).\nr(x, w) :- a(x, y), b(y, z), c(z, w).\n";
    assert_eq!(as_reference(text, &[])["r"], 9000);
}

#[test]
fn an_aggregate_in_an_aggregate_reads_its_own_groups() {
    let text = format!(
        ".decl p(x: number)\n.decl q(x: number, y: number)\n.decl t(y: number)\n.decl u(y: number, z: number)\n{}\
         q(x, 7) :- p(x).\nt(200). u(200, 1). u(200, 2). u(200, 3).\n.decl r(x: number, n: number, m: number)\n\
         r(x, n, m) :- p(x), n = count : {{ q(x, _) }}, m = count : {{ t(y), 2 < count : {{ u(y, _) }}, y > x }}.\n",
        ranges("p", 0, 100)
    );
    let program = engine::accepted(&text);
    let model = engine::evaluate(&program, &rows(&program, &[])).unwrap();
    let r = engine::relations(&model).remove("r").unwrap();
    let expected = |x| [x, 1, 1].map(Value::Number).to_vec();
    assert!(r == (0..100).map(expected).collect());
}

#[test]
fn facts_are_found_behind_a_thousand_segments_and_a_failure_that_was_none() {
    let text = format!(
        ".decl p(x: number)\n.decl guard(x: number)\n{}{}GUARDp(y) :- p(x), x < 9000, y = x + 1.\n\
         p(y) :- guard(x), p(x), 10 / ((x - 6500) * (x - 7000)) > -100, y = x.\n",
        ranges("p", 0, 5000),
        ranges("guard", -20_000, 4)
    );
    let program = engine::accepted(&text.replace("GUARD", ""));
    let model = engine::evaluate(&program, &rows(&program, &[])).unwrap();
    found_again(&model);
    assert_eq!(model.relation(program.find("p").unwrap()).len(), 9001);
    // With guard(7000) the division by zero is one of a binding that meets everything else.
    let program = engine::accepted(&text.replace("GUARD", "guard(7000).\n"));
    let failed = engine::evaluate(&program, &rows(&program, &[])).err();
    assert_eq!(failed.map(|failed| failed.code()), Some("SY0502"));
}

#[test]
fn bits_given_up_in_the_middle_of_a_firing() {
    let text = format!(
        ".decl a(x: number)\n.decl b(x: number)\n.decl q(x: number)\n{}{}q(x) :- a(x).\nq(x * 10007) :- b(x).\n\
         .decl t(s: symbol)\nt(cat(\"k\", to_string(x))) :- q(x).\n.decl o(s: symbol, n: number)\no(s, ord(s)) :- t(s).\n\
         .decl w(x: number, y: number)\nw(x, y) :- a(x), y = x % 3.\nw(x * 9001, z) :- w(x, y), w(y, z), x > 4000, x < 10000.\n",
        ranges("a", 0, 5000),
        ranges("b", 0, 60_000)
    );
    let sizes = same_bytes(&text, &[]);
    assert_eq!((sizes["q"], sizes["o"]), (65_000 - 1, 65_000 - 1));
}

#[test]
fn equivalences_implied_and_written_down_are_the_same() {
    let text = ".decl e(x: number, y: number)\n.decl same(x: number, y: number) eqrel\nsame(x, y) :- e(x, y).\n\
                .decl closed(x: number, y: number) eqrel\nclosed(x, y) :- e(x, y).\n\
                closed(x, z) :- closed(x, y), closed(y, z).\n\
                .decl more(x: number, y: number)\nmore(x, y) :- same(x, y), !closed(x, y).\n\
                .decl less(x: number, y: number)\nless(x, y) :- closed(x, y), !same(x, y).\n\
                .decl step(x: number, z: number)\nstep(x, z) :- same(x, y), e(y, z).\n\
                .decl written(x: number, z: number)\nwritten(x, z) :- closed(x, y), e(y, z).\n\
                .decl all(x: number, y: number)\nall(x, y) :- same(x, y).\n\
                .decl size(x: number, n: number)\nsize(x, n) :- e(x, _), n = count : same(x, _).\n";
    for (pairs, nodes) in [(2500, 6000), (3000, 1000)] {
        let given = [("e", Dice(11).pairs(pairs, nodes, 0))];
        let sizes = same_bytes(text, &given);
        assert_eq!((sizes["more"], sizes["less"]), (0, 0));
        assert_eq!(sizes["all"], sizes["closed"]);
        assert_eq!(sizes["step"], sizes["written"]);
        // The reflexive pairs alone are as many as there are values.
        assert!(sizes["all"] > 2 * sizes["same"], "{sizes:?}");
    }
}

#[test]
fn an_equivalence_of_one_class_costs_what_its_pairs_cost() {
    let text = ".decl e(x: number, y: number)\n.decl same(x: number, y: number) eqrel\nsame(x, y) :- e(x, y).\n\
                .decl both(x: number)\nboth(x) :- e(x, _), same(x, 0), same(0, x).\n\
                .decl apart(x: number)\napart(x) :- e(x, _), !same(x, 0).\n\
                .decl least(n: number)\nleast(n) :- n = min y : same(0, y).\n";
    let count = 200_000;
    let pairs = (1..count).map(|n| vec![Value::Number(n), Value::Number(n / 2)]).collect();
    let program = engine::accepted(text);
    let model = engine::evaluate(&program, &rows(&program, &[("e", pairs)])).unwrap();
    let relation = |name: &str| model.relation(program.find(name).unwrap());
    assert_eq!(relation("same").facts(), 40_000_000_000);
    assert_eq!(relation("same").len(), 199_999);
    assert_eq!((relation("both").len(), relation("apart").len()), (199_999, 0));
    let same = program.find("same").unwrap();
    let first = model.facts_in_order(same).take(2).map(|fact| model.decode(same, &fact)).collect::<Vec<_>>();
    assert_eq!(first, [[0, 0], [0, 1]].map(|pair| pair.map(Value::Number).to_vec()));
}

#[test]
fn the_first_of_a_key_is_the_least_candidate() {
    let text = ".decl e(x: number, y: number)\n.decl f(x: number, y: number)\n\
                .decl one(x: number, y: number) choice-domain x\none(x, y) :- e(x, y).\none(x, y) :- f(x, y).\n\
                .decl two(x: number, y: number) choice-domain x, y\ntwo(x, y) :- e(x, y).\n\
                .decl tree(x: number, y: number) choice-domain y\ntree(0, 0).\ntree(x, y) :- tree(_, x), e(x, y).\n";
    let given = [("e", Dice(5).pairs(30_000, 9000, 0)), ("f", Dice(6).pairs(30_000, 9000, 0))];
    let sizes = same_bytes(text, &given);
    let program = engine::accepted(text);
    let model = engine::evaluate(&program, &rows(&program, &given)).unwrap();
    let relations = engine::relations(&model);
    let (mut one, mut taken) = (BTreeMap::new(), [BTreeSet::new(), BTreeSet::new()]);
    let mut two = BTreeSet::new();
    for tuple in relations["e"].iter().chain(&relations["f"]) {
        one.entry(tuple[0].clone()).or_insert_with(|| tuple.clone());
    }
    for tuple in &relations["e"] {
        if !taken[0].contains(&tuple[0]) && !taken[1].contains(&tuple[1]) {
            for (taken, value) in taken.iter_mut().zip(tuple) {
                taken.insert(value.clone());
            }
            two.insert(tuple.clone());
        }
    }
    assert!(relations["one"] == one.into_values().collect());
    assert!(relations["two"] == two);
    // Every node that is reached has one parent.
    let nodes = relations["tree"].iter().map(|tuple| &tuple[1]).collect::<BTreeSet<_>>();
    assert_eq!(nodes.len() as u32, sizes["tree"]);
    assert!(sizes["tree"] > 5000);
}

#[test]
fn shortest_ways_are_what_dijkstra_finds() {
    let text = ".decl e(x: number, y: number)\n.decl d(x: number, n: number)\nd(0, 0).\n\
                d(y, n + (x * 7 + y * 3) % 19 + 1) :- d(x, n), e(x, y).\nd(x, n) <= d(x, m) :- m < n.\n\
                .decl far(x: number)\nfar(x) :- e(x, _), !d(x, _).\n.decl total(n: number)\ntotal(n) :- n = count : d(_, _).\n\
                .decl near(x: number, n: number)\nnear(x, n) :- e(_, x), d(x, n).\n";
    let edges = Dice(9).pairs(60_000, 9000, 0);
    let given = [("e", edges.clone())];
    same_bytes(text, &given);
    let mut next = BTreeMap::<i64, Vec<i64>>::new();
    for edge in &edges {
        next.entry(number(&edge[0])).or_default().push(number(&edge[1]));
    }
    let mut distances = BTreeMap::new();
    let mut open = BTreeSet::from([(0, 0)]);
    while let Some((n, x)) = open.pop_first() {
        if distances.contains_key(&x) {
            continue;
        }
        distances.insert(x, n);
        let ways = next.get(&x).into_iter().flatten();
        open.extend(ways.map(|y| (n + (x * 7 + y * 3) % 19 + 1, *y)));
    }
    let program = engine::accepted(text);
    let model = engine::evaluate(&program, &rows(&program, &given)).unwrap();
    let mut relations = engine::relations(&model);
    let expected = distances.iter().map(|(x, n)| vec![Value::Number(*x), Value::Number(*n)]);
    assert!(relations["d"] == expected.collect());
    assert_eq!(relations.remove("total").unwrap(), BTreeSet::from([vec![Value::Number(distances.len() as i64)]]));
    let far = next.keys().filter(|x| !distances.contains_key(x)).map(|x| vec![Value::Number(*x)]);
    assert!(relations["far"] == far.collect());
    let ends = edges.iter().map(|edge| number(&edge[1])).collect::<BTreeSet<_>>();
    assert_eq!(relations["near"].len(), ends.iter().filter(|y| distances.contains_key(y)).count());
    let found = model.relation(program.find("d").unwrap());
    assert!(u64::from(found.len()) > found.facts(), "some were replaced");
}

#[test]
fn the_greatest_of_many_does_not_cost_all_pairs() {
    let text = format!(
        ".decl p(x: number)\n{}.decl top(x: number)\ntop(x * 7919 % 60013) :- p(x).\ntop(x) <= top(y) :- x < y.\n\
         .decl front(x: number, y: number)\nfront(x, (x * 7919) % 60013) :- p(x).\n\
         front(x, y) <= front(v, w) :- v <= x, w <= y.\n",
        ranges("p", 0, 60_000)
    );
    same_bytes(&text, &[]);
    let program = engine::accepted(&text);
    let model = engine::evaluate(&program, &rows(&program, &[])).unwrap();
    let relations = engine::relations(&model);
    let pairs = (0..60_000i64).map(|x| (x, x * 7919 % 60013)).collect::<Vec<_>>();
    let greatest = pairs.iter().map(|pair| pair.1).max().unwrap();
    assert_eq!(relations["top"], BTreeSet::from([vec![Value::Number(greatest)]]));
    let (mut front, mut least) = (BTreeSet::new(), i64::MAX);
    for (x, y) in pairs {
        if y < least {
            least = y;
            front.insert(vec![Value::Number(x), Value::Number(y)]);
        }
    }
    assert!(relations["front"] == front);
}

#[test]
fn rounds_that_are_repeated_or_cut() {
    let text = format!("{LEFT}.decl new = debug_delta(path)\n.limitsize path(n = 3000)\n");
    let given = [("edge", Dice(3).pairs(2600, 900, 0))];
    let sizes = same_bytes(&text, &given);
    assert_eq!(sizes["new"], sizes["path"]);
    assert!((3000..1_000_000).contains(&sizes["path"]), "{sizes:?}");
    let whole = same_bytes(LEFT, &given);
    assert!(sizes["path"] < whole["path"]);
}

#[test]
fn lists_of_a_hundred_thousand_elements() {
    let text = ".type List = [head: number, tail: List]\n\
                .decl list(x: List, n: number)\n.decl walk(x: List)\n.decl equal(n: number)\n.decl end(n: number)\n\
                list(nil, 0).\nlist([n, x], n + 1) :- list(x, n), n < 100000.\n\
                walk(x) :- list(x, 100000).\nwalk(t) :- walk([_, t]).\n\
                equal(n) :- walk(x), list(x, n), list(y, n), x = y, x != [n, y].\n\
                end(n) :- n = max m : { walk([m, _]) }.\n";
    let sizes = same_bytes(text, &[]);
    let expected = [("end", 1), ("equal", 100_001), ("list", 100_001), ("walk", 100_001)];
    assert_eq!(sizes, expected.map(|(name, size)| (name.to_string(), size)).into());
}

#[test]
fn values_made_by_many_rows_at_once() {
    let text = ".type Pair = [a: number, b: Half]\n.type Half = Left {x: number} | Right {x: number, p: Pair}\n\
                .decl pair(x: number, y: number)\n.decl made(p: Pair)\n.decl again(p: Pair)\n.decl back(x: number, y: number)\n\
                .decl absent(x: number, y: number)\n.decl id(n: number, x: number)\n.decl most(x: number, y: number)\n\
                made([x, $Left(y)]) :- pair(x, y).\nagain([x, $Right(y, [y, $Left(x)])]) :- pair(x, y), made([y, $Left(x)]).\n\
                back(x, y) :- again([x, $Right(y, p)]), made(p).\n\
                absent(x, y) :- pair(x, y), !again([x, $Right(y, [y, $Left(x)])]).\n\
                id(autoinc(), x) :- pair(x, _).\nmost(x, y) :- pair(x, _), y = max z : pair(x, z).\n";
    let pairs = Dice(21).pairs(40_000, 250, 0);
    let set = pairs.iter().map(|pair| (pair[0].clone(), pair[1].clone())).collect::<BTreeSet<_>>();
    let both = set.iter().filter(|(x, y)| set.contains(&(y.clone(), x.clone()))).count() as u32;
    let sizes = same_bytes(text, &[("pair", pairs)]);
    assert_eq!((sizes["made"], sizes["again"], sizes["back"]), (set.len() as u32, both, both));
    assert_eq!((sizes["absent"], sizes["id"], sizes["most"]), (set.len() as u32 - both, 250, 250));
}
