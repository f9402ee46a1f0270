//! The rule program examined by rules, in crepe.
//!
//! All rules are linear: what is closed transitively is numbered first (components, by Tarjan's algorithm), so that the work
//! grows with the number of rules and not with its square.

use std::collections::BTreeSet;

use crate::checked::RelId;
use crate::strata::{Edge, Reads};

/// What is known about a program before it is examined.
#[derive(Debug, Default)]
pub(crate) struct Known<'a> {
    pub(crate) edges: &'a [Edge],
    /// The component of each relation.
    pub(crate) components: &'a [usize],
    /// The stratum of each relation as the evaluator will use it.
    pub(crate) strata: &'a [usize],
    /// Relations that are asked for: outputs, sizes, clues.
    pub(crate) asked: Vec<RelId>,
    /// Heads of each rule with a body, by the rule's number.
    pub(crate) heads: Vec<(u32, RelId)>,
    /// Relations with facts or input.
    pub(crate) filled: Vec<RelId>,
}

/// What the rules say about it. Everything ascends.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Head and body of negations and aggregations inside a component.
    pub(crate) circular: BTreeSet<(RelId, RelId)>,
    /// Head and body of edges that lead up, or stay level although they are negations or aggregations.
    pub(crate) bad_strata: BTreeSet<(RelId, RelId)>,
    /// True where anything is asked for; nothing is dead or unused otherwise.
    pub(crate) asks: bool,
    /// Rules of which no head is needed for what is asked for.
    pub(crate) dead: BTreeSet<u32>,
    /// Relations that are neither derived nor filled, but needed by a rule or asked for.
    pub(crate) empty: BTreeSet<RelId>,
    /// Relations that are not derived, read by no rule and not asked for.
    pub(crate) unused: BTreeSet<RelId>,
}

/// Examines a program.
pub(crate) fn examine(known: &Known<'_>) -> Findings {
    let mut runtime = examination::Crepe::new();
    let numbers = |of: &'_ [usize]| of.iter().copied().zip(0u32..).collect::<Vec<_>>();
    runtime.extend(
        known.edges.iter().map(|edge| examination::Uses(edge.head.0, edge.body.0, edge.reads != Reads::Positively)),
    );
    runtime.extend(numbers(known.components).into_iter().map(|(of, id)| examination::Component(id, of)));
    runtime.extend(numbers(known.strata).into_iter().map(|(of, id)| examination::Stratum(id, of)));
    runtime.extend(known.asked.iter().map(|id| examination::Asked(id.0)));
    runtime.extend(known.heads.iter().map(|(rule, head)| examination::Derives(*rule, head.0)));
    runtime.extend(known.filled.iter().map(|id| examination::Filled(id.0)));
    let (circular, bad_strata, dead, empty, unused) = runtime.run();
    let pair = |(head, body): (u32, u32)| (RelId(head), RelId(body));
    Findings {
        asks: !known.asked.is_empty(),
        circular: circular.into_iter().map(|found| pair((found.0, found.1))).collect(),
        bad_strata: bad_strata.into_iter().map(|found| pair((found.0, found.1))).collect(),
        dead: dead.into_iter().map(|found| found.0).collect(),
        empty: empty.into_iter().map(|found| RelId(found.0)).collect(),
        unused: unused.into_iter().map(|found| RelId(found.0)).collect(),
    }
}

/// The rules themselves. crepe makes the sets it returns; they are sorted before anybody looks at them.
#[allow(missing_docs, clippy::disallowed_types, unused_qualifications)]
mod examination {
    crepe::crepe! {
        @input
        pub struct Uses(pub u32, pub u32, pub bool); // head, body, under negation or in an aggregate
        @input
        pub struct Component(pub u32, pub usize);
        @input
        pub struct Stratum(pub u32, pub usize);
        @input
        pub struct Asked(pub u32);
        @input
        pub struct Derives(pub u32, pub u32); // rule, head
        @input
        pub struct Filled(pub u32);

        @output
        pub struct CircularNegation(pub u32, pub u32);
        @output
        pub struct BadStratum(pub u32, pub u32);
        @output
        pub struct Dead(pub u32);
        @output
        pub struct Empty(pub u32);
        @output
        pub struct Unused(pub u32);

        struct Live(u32);
        struct Useful(u32);
        struct Derived(u32);
        struct Needed(u32);

        CircularNegation(h, b) <- Uses(h, b, true), Component(h, c), Component(b, d), (c == d);

        BadStratum(h, b) <- Uses(h, b, true), Stratum(h, s), Stratum(b, t), (t >= s);
        BadStratum(h, b) <- Uses(h, b, false), Stratum(h, s), Stratum(b, t), (t > s);

        Live(r) <- Asked(r);
        Live(b) <- Live(h), Uses(h, b, _);
        Useful(rule) <- Derives(rule, h), Live(h);
        Dead(rule) <- Derives(rule, _), !Useful(rule);

        Derived(h) <- Derives(_, h);
        Needed(b) <- Uses(_, b, _);
        Needed(r) <- Asked(r);
        Empty(r) <- Needed(r), !Derived(r), !Filled(r);
        Unused(r) <- Component(r, _), !Needed(r), !Derived(r);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::{FileId, Span};

    fn edge(head: u32, body: u32, reads: Reads) -> Edge {
        Edge { head: RelId(head), body: RelId(body), reads, span: Span { file: FileId(0), start: 0, end: 0 } }
    }

    #[test]
    fn wrong_strata_are_noticed() {
        let edges = [edge(1, 0, Reads::Positively), edge(2, 1, Reads::Negated)];
        let examined = |strata: &[usize]| {
            examine(&Known { edges: &edges, components: &[0, 1, 2], strata, ..Known::default() }).bad_strata
        };
        assert_eq!(examined(&[0, 1, 2]), BTreeSet::new());
        assert_eq!(examined(&[0, 1, 1]), BTreeSet::from([(RelId(2), RelId(1))]));
        assert_eq!(examined(&[1, 0, 2]), BTreeSet::from([(RelId(1), RelId(0))]));
    }

    #[test]
    fn life_spreads_from_what_is_asked_for() {
        let edges = [edge(1, 0, Reads::Positively), edge(2, 1, Reads::Negated), edge(3, 2, Reads::Aggregated)];
        let findings = examine(&Known {
            edges: &edges,
            components: &[0, 1, 2, 3, 4],
            strata: &[0, 1, 2, 3, 4],
            asked: vec![RelId(2)],
            heads: vec![(7, RelId(1)), (8, RelId(2)), (9, RelId(3))],
            filled: vec![RelId(4)],
        });
        assert_eq!(findings.dead, BTreeSet::from([9]));
        assert_eq!(findings.empty, BTreeSet::from([RelId(0)]));
        assert_eq!(findings.unused, BTreeSet::from([RelId(4)]));
    }

    #[test]
    fn a_chain_of_5000_rules_takes_no_time() {
        let edges: Vec<Edge> = (1..5000).map(|i| edge(i, i - 1, Reads::Positively)).collect();
        let levels: Vec<usize> = (0..5000).collect();
        let asked = vec![RelId(4999)];
        let heads = (0..5000).map(|i| (i, RelId(i))).collect();
        let known = Known { edges: &edges, components: &levels, strata: &levels, asked, heads, ..Known::default() };
        assert_eq!(examine(&known).dead, BTreeSet::new());
    }
}
