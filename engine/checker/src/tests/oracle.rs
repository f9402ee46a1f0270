//! Random bodies, in every order of their literals, against all assignments tried one by one.

use std::collections::BTreeSet;

use program::checked::{Body, Comparison};
use proptest::prelude::*;
use values::Primitive::Number;

use crate::Origin::Rule;
use crate::testing::*;

/// Values are 0 to 3, variables 0 to 3.
const SIZE: usize = 4;

/// A literal over variables given by number.
#[derive(Clone, Copy, Debug)]
enum Lit {
    Pair(usize, usize),
    One(usize),
    Absent(usize),
    Less(usize, usize),
    Differs(usize, i64),
}

/// The one literal that can fail: `variable 3 = x / y`.
type Quotient = (usize, usize);

#[derive(Debug)]
struct World {
    pairs: Vec<[i64; 2]>,
    ones: Vec<[i64; 1]>,
    body: Vec<Lit>,
    quotient: Option<Quotient>,
    /// Where the quotient stands in the text.
    at: usize,
}

fn world() -> impl Strategy<Value = World> {
    let var = 0..SIZE;
    let lit = prop_oneof![
        3 => (var.clone(), var.clone()).prop_map(|(a, b)| Lit::Pair(a, b)),
        2 => var.clone().prop_map(Lit::One),
        1 => var.clone().prop_map(Lit::Absent),
        1 => (var.clone(), var.clone()).prop_map(|(a, b)| Lit::Less(a, b)),
        1 => (var, 0..4i64).prop_map(|(a, k)| Lit::Differs(a, k)),
    ];
    let pairs = prop::collection::vec([0..4i64, 0..4i64], 0..7);
    let ones = prop::collection::vec((0..4i64).prop_map(|n| [n]), 0..4);
    let quotient = prop::option::of((0..SIZE - 1, 0..SIZE - 1));
    (pairs, ones, prop::collection::vec(lit, 1..6), quotient, 0..6usize)
        .prop_map(|(pairs, ones, body, quotient, at)| World { pairs, ones, body, quotient, at }.grounded())
}

impl World {
    /// Variables that a positive atom holds.
    fn held(&self) -> BTreeSet<usize> {
        let of = |lit: &Lit| match *lit {
            Lit::Pair(a, b) => vec![a, b],
            Lit::One(a) => vec![a],
            _ => vec![],
        };
        self.body.iter().flat_map(of).collect()
    }

    /// Adds an atom for every variable that is read but bound by nothing.
    fn grounded(mut self) -> World {
        let read = |lit: &Lit| match *lit {
            Lit::Pair(a, b) | Lit::Less(a, b) => vec![a, b],
            Lit::One(a) | Lit::Absent(a) | Lit::Differs(a, _) => vec![a],
        };
        let mut needed: BTreeSet<usize> = self.body.iter().flat_map(read).chain([0]).collect();
        if let Some((x, y)) = self.quotient {
            needed.extend([x, y]);
            needed.remove(&3);
        }
        let missing: Vec<usize> = needed.difference(&self.held()).copied().collect();
        self.body.extend(missing.into_iter().map(|var| if var % 2 == 0 { Lit::Pair(var, 1) } else { Lit::One(var) }));
        self
    }

    /// The values of variable 0; `None` where an error is due.
    fn expected(&self) -> Option<BTreeSet<i64>> {
        let held = self.held();
        let mut heads = BTreeSet::new();
        for number in 0..SIZE.pow(SIZE as u32) {
            let mut values: Vec<Option<i64>> = (0..SIZE)
                .map(|var| held.contains(&var).then_some((number / SIZE.pow(var as u32) % SIZE) as i64))
                .collect();
            let mut failed = false;
            if let Some((x, y)) = self.quotient {
                let quotient = values[x].zip(values[y]).and_then(|(x, y)| x.checked_div(y));
                failed = quotient.is_none();
                if values[3].is_none() {
                    values[3] = quotient;
                } else if !failed && quotient != values[3] {
                    continue;
                }
            }
            if self.body.iter().all(|lit| self.holds(*lit, &values)) {
                if failed {
                    return None;
                }
                heads.extend(values[0]);
            }
        }
        Some(heads)
    }

    /// A literal that lacks a value passes.
    fn holds(&self, lit: Lit, values: &[Option<i64>]) -> bool {
        let pair = |a: usize, b: usize, test: &dyn Fn(i64, i64) -> bool| {
            values[a].zip(values[b]).is_none_or(|(a, b)| test(a, b))
        };
        let one = |a: usize, test: &dyn Fn(i64) -> bool| values[a].is_none_or(test);
        match lit {
            Lit::Pair(a, b) => pair(a, b, &|a, b| self.pairs.contains(&[a, b])),
            Lit::One(a) => one(a, &|a| self.ones.contains(&[a])),
            Lit::Absent(a) => one(a, &|a| !self.ones.contains(&[a])),
            Lit::Less(a, b) => pair(a, b, &|a, b| a < b),
            Lit::Differs(a, k) => one(a, &|a| a != k),
        }
    }

    /// `r2(v0) :- body.` over pairs in relation 0 and ones in relation 1.
    fn case(&self) -> Case {
        let var = |var: usize| v(var as u32);
        let literal = |lit: &Lit| -> Body {
            match *lit {
                Lit::Pair(a, b) => atom(0, vec![var(a), var(b)]),
                Lit::One(a) => atom(1, vec![var(a)]),
                Lit::Absent(a) => not(atom(1, vec![var(a)])),
                Lit::Less(a, b) => compare(Comparison::Less, Number, var(a), var(b)),
                Lit::Differs(a, k) => not(equal(var(a), n(k))),
            }
        };
        let mut body: Vec<Body> = self.body.iter().map(literal).collect();
        if let Some((x, y)) = self.quotient {
            body.insert(self.at.min(body.len()), equal(v(3), over(var(x), var(y))));
        }
        let case = Case::new(&[2, 1, 1]).numbers(0, &self.pairs).numbers(1, &self.ones);
        case.rule(2, vec![v(0)], SIZE as u32, all(body))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bodies_mean_what_they_say(world in world()) {
        match world.expected() {
            Some(heads) => {
                let heads: Vec<String> = heads.iter().map(i64::to_string).collect();
                prop_assert_eq!(world.case().tuples(2), heads);
            }
            None => prop_assert_eq!(world.case().failure(), Some(Rule(0))),
        }
    }
}
