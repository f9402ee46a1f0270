//! Random recursive rules: rounds that look only at what is new give what rounds give that look at everything.

use program::checked::{Body, Comparison, Term};
use proptest::prelude::*;
use values::Primitive::Number;

use crate::testing::*;

/// An atom of the base relation 0 or of the recursive relations 1 and 2; its first argument may be one more than its
/// variable.
#[derive(Clone, Debug)]
struct Pair {
    relation: u32,
    args: [u32; 2],
    next: bool,
}

#[derive(Debug)]
struct Recursive {
    head: Pair,
    body: Vec<Pair>,
}

fn pair() -> impl Strategy<Value = Pair> {
    (0..3u32, [0..4u32, 0..4u32], prop::bool::weighted(0.2)).prop_map(|(relation, args, next)| Pair {
        relation,
        args,
        next,
    })
}

fn recursive() -> impl Strategy<Value = Recursive> {
    (pair(), prop::collection::vec(pair(), 1..4)).prop_map(|(head, body)| Recursive { head, body })
}

impl Pair {
    fn terms(&self) -> Vec<Term> {
        let [first, second] = self.args.map(v);
        vec![if self.next { plus(first, n(1)) } else { first }, second]
    }
}

impl Recursive {
    /// Variables of the head, and those that have to be known for a sum, get an atom of the base relation. Sums stay
    /// small.
    fn body(&self) -> Body {
        let sums = self.body.iter().filter(|pair| pair.next).map(|pair| pair.args[0]);
        let needed: Vec<u32> = self.head.args.into_iter().chain(sums).collect();
        let small =
            |var: &u32| [atom(0, vec![v(*var), Term::Wildcard]), compare(Comparison::Less, Number, v(*var), n(6))];
        all(self.body.iter().map(|pair| atom(pair.relation, pair.terms())).chain(needed.iter().flat_map(small)))
    }

    /// Adds the rule with so many atoms more that always hold.
    fn add(&self, case: Case, more: usize) -> Case {
        let relation = 1 + self.head.relation % 2;
        let true_atom = |_| atom(1, vec![Term::Wildcard, Term::Wildcard]);
        case.rule(relation, self.head.terms(), 4, all([self.body()].into_iter().chain((0..more).map(true_atom))))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_what_is_new_counts(
        rules in prop::collection::vec(recursive(), 1..5),
        base in prop::collection::vec([0..5i64, 0..5i64], 1..8),
        seed in [0..5i64, 0..5i64],
    ) {
        // with seventeen more recursive atoms there are too many for a plan each
        let case = |more| {
            let case = Case::new(&[2, 2, 2]).strata(&[(&[0], false), (&[1, 2], true)]).numbers(0, &base).numbers(1, &[seed]);
            rules.iter().fold(case, |case, rule| rule.add(case, more))
        };
        for relation in [1, 2] {
            prop_assert_eq!(case(0).tuples(relation), case(17).tuples(relation));
        }
    }
}
