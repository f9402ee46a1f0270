//! The legal layer of a program examined by rules, in crepe.
//!
//! What is closed transitively is a property of a relation, not of pairs of relations, so that the work grows with the size of
//! the program; but for models, of which there are few.

use std::collections::BTreeSet;

use crate::checked::{ElementId, ModelId, NormId, RelId};

/// What is known about the program. Rules are numbered as in the program, literals in any way.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) reads: Vec<(usize, RelId)>,
    pub(crate) derives: Vec<(usize, RelId)>,
    /// Relations that are filled from outside of the rules.
    pub(crate) filled: Vec<RelId>,
    /// The ways through bodies: points of a rule that are reached where what lies between them can hold.
    pub(crate) starts: Vec<u32>,
    pub(crate) free: Vec<(u32, u32)>,
    pub(crate) needs: Vec<(u32, RelId, u32)>,
    pub(crate) ends: Vec<(usize, u32)>,
    /// Relations with records; those of which not everything is known to be there; those of which nothing is said about it.
    pub(crate) inputs: Vec<RelId>,
    pub(crate) incomplete: Vec<RelId>,
    pub(crate) undeclared: Vec<RelId>,
    /// Outputs, sizes, clues, candidates, what tests expect.
    pub(crate) asked: Vec<RelId>,
    pub(crate) clues: Vec<RelId>,
    pub(crate) cites: Vec<(usize, NormId)>,
    pub(crate) unverified: Vec<NormId>,
    /// Rules that cite anything, and rules with floats.
    pub(crate) citing: Vec<usize>,
    pub(crate) floats: Vec<usize>,
    /// Literals `!p(..)`, and `not p(..)`, `unless p(..)`: rule, relation, literal.
    pub(crate) negated: Vec<(usize, RelId, u32)>,
    pub(crate) absent: Vec<(RelId, u32)>,
    pub(crate) elements: Vec<ElementId>,
    /// Rules of an element, for each model that has it.
    pub(crate) serves: Vec<(usize, ModelId, ElementId)>,
    pub(crate) clue_rules: Vec<(usize, ModelId)>,
}

/// What the rules say about it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Rules whose body cannot hold.
    pub(crate) never: BTreeSet<usize>,
    /// Relations that cannot hold anything.
    pub(crate) empty: BTreeSet<RelId>,
    pub(crate) idle: BTreeSet<RelId>,
    /// Rules that lead to a clue.
    pub(crate) leading: BTreeSet<usize>,
    pub(crate) unverified: BTreeSet<NormId>,
    pub(crate) floats: BTreeSet<usize>,
    pub(crate) closed: BTreeSet<u32>,
    pub(crate) always_open: BTreeSet<u32>,
    pub(crate) bare: BTreeSet<ElementId>,
    pub(crate) rootless: BTreeSet<(usize, ModelId)>,
}

/// Examines the legal layer.
pub(crate) fn examine(known: &Known) -> Found {
    let mut runtime = examination::Crepe::new();
    runtime.extend(known.reads.iter().map(|(rule, id)| examination::Reads(*rule, id.0)));
    runtime.extend(known.derives.iter().map(|(rule, id)| examination::Derives(*rule, id.0)));
    runtime.extend(known.filled.iter().map(|id| examination::Filled(id.0)));
    runtime.extend(known.starts.iter().map(|point| examination::Start(*point)));
    runtime.extend(known.free.iter().map(|(from, to)| examination::Free(*from, *to)));
    runtime.extend(known.needs.iter().map(|(from, id, to)| examination::Needs(*from, id.0, *to)));
    runtime.extend(known.ends.iter().map(|(rule, point)| examination::Ends(*rule, *point)));
    runtime.extend(known.inputs.iter().map(|id| examination::Recorded(id.0)));
    runtime.extend(known.incomplete.iter().map(|id| examination::Incomplete(id.0)));
    runtime.extend(known.undeclared.iter().map(|id| examination::Undeclared(id.0)));
    runtime.extend(known.asked.iter().map(|id| examination::Asked(id.0)));
    runtime.extend(known.clues.iter().map(|id| examination::Clue(id.0)));
    runtime.extend(known.cites.iter().map(|(rule, norm)| examination::Cites(*rule, norm.0)));
    runtime.extend(known.unverified.iter().map(|norm| examination::Unverified(norm.0)));
    runtime.extend(known.citing.iter().map(|rule| examination::Citing(*rule)));
    runtime.extend(known.floats.iter().map(|rule| examination::Floats(*rule)));
    runtime.extend(known.negated.iter().map(|(rule, id, literal)| examination::Negated(*rule, id.0, *literal)));
    runtime.extend(known.absent.iter().map(|(id, literal)| examination::Absent(id.0, *literal)));
    runtime.extend(known.elements.iter().map(|element| examination::Element(*element)));
    runtime.extend(known.serves.iter().map(|(rule, model, element)| examination::Serves(*rule, *model, *element)));
    runtime.extend(known.clue_rules.iter().map(|(rule, model)| examination::ClueRule(*rule, *model)));
    let (never, empty, idle, leading, loose, floats, closed, open, bare, rootless) = runtime.run();
    Found {
        never: never.into_iter().map(|found| found.0).collect(),
        empty: empty.into_iter().map(|found| RelId(found.0)).collect(),
        idle: idle.into_iter().map(|found| RelId(found.0)).collect(),
        leading: leading.into_iter().map(|found| found.0).collect(),
        unverified: loose.into_iter().map(|found| NormId(found.0)).collect(),
        floats: floats.into_iter().map(|found| found.0).collect(),
        closed: closed.into_iter().map(|found| found.0).collect(),
        always_open: open.into_iter().map(|found| found.0).collect(),
        bare: bare.into_iter().map(|found| found.0).collect(),
        rootless: rootless.into_iter().map(|found| (found.0, found.1)).collect(),
    }
}

/// The rules themselves. crepe makes the sets it returns; they are sorted before anybody looks at them.
#[allow(missing_docs, clippy::disallowed_types, unused_qualifications)]
mod examination {
    use crate::checked::{ElementId, ModelId};

    crepe::crepe! {
        @input
        pub struct Reads(pub usize, pub u32); // rule, relation
        @input
        pub struct Derives(pub usize, pub u32);
        @input
        pub struct Filled(pub u32);
        @input
        pub struct Start(pub u32);
        @input
        pub struct Free(pub u32, pub u32);
        @input
        pub struct Needs(pub u32, pub u32, pub u32); // from, relation, to
        @input
        pub struct Ends(pub usize, pub u32);
        @input
        pub struct Recorded(pub u32);
        @input
        pub struct Incomplete(pub u32);
        @input
        pub struct Undeclared(pub u32);
        @input
        pub struct Asked(pub u32);
        @input
        pub struct Clue(pub u32);
        @input
        pub struct Cites(pub usize, pub u32);
        @input
        pub struct Unverified(pub u32);
        @input
        pub struct Citing(pub usize);
        @input
        pub struct Floats(pub usize);
        @input
        pub struct Negated(pub usize, pub u32, pub u32); // rule, relation, literal
        @input
        pub struct Absent(pub u32, pub u32); // relation, literal
        @input
        pub struct Element(pub ElementId);
        @input
        pub struct Serves(pub usize, pub ModelId, pub ElementId);
        @input
        pub struct ClueRule(pub usize, pub ModelId);

        @output
        pub struct Never(pub usize);
        @output
        pub struct Empty(pub u32);
        @output
        pub struct Idle(pub u32);
        @output
        pub struct Leads(pub usize);
        @output
        pub struct Loose(pub u32);
        @output
        pub struct FloatInLaw(pub usize);
        @output
        pub struct ClosedWorld(pub u32);
        @output
        pub struct AlwaysOpen(pub u32);
        @output
        pub struct Bare(pub ElementId);
        @output
        pub struct Rootless(pub usize, pub ModelId);

        struct At(u32);
        struct Concludes(usize);
        struct CanHold(u32);
        struct Matters(u32);
        struct BehindClue(u32);
        struct OnIncomplete(u32);
        struct OnUndeclared(u32);
        struct HasRule(ElementId);
        struct OfModel(ModelId, u32);
        struct HasElements(ModelId);
        struct Rooted(usize, ModelId);

        // A rule concludes something where some way through its body needs only relations that can hold something.
        At(n) <- Start(n);
        At(m) <- At(n), Free(n, m);
        At(m) <- At(n), Needs(n, r, m), CanHold(r);
        Concludes(rule) <- Ends(rule, n), At(n);
        CanHold(r) <- Filled(r);
        CanHold(h) <- Concludes(rule), Derives(rule, h);
        Never(rule) <- Ends(rule, n), !At(n);
        Empty(r) <- Needs(_, r, _), !CanHold(r);
        Empty(r) <- Absent(r, _), !CanHold(r);

        Matters(r) <- Asked(r);
        Matters(b) <- Matters(h), Derives(rule, h), Reads(rule, b);
        Idle(r) <- Recorded(r), Reads(_, r), !Matters(r);

        BehindClue(r) <- Clue(r);
        BehindClue(b) <- BehindClue(h), Derives(rule, h), Reads(rule, b);
        Leads(rule) <- Derives(rule, h), BehindClue(h);
        Loose(norm) <- Unverified(norm), Cites(rule, norm), Leads(rule);
        FloatInLaw(rule) <- Floats(rule), Citing(rule);
        FloatInLaw(rule) <- Floats(rule), Leads(rule);

        OnIncomplete(r) <- Incomplete(r);
        OnIncomplete(h) <- OnIncomplete(b), Reads(rule, b), Derives(rule, h);
        ClosedWorld(literal) <- Negated(rule, r, literal), Leads(rule), OnIncomplete(r);
        OnUndeclared(r) <- Undeclared(r);
        OnUndeclared(h) <- OnUndeclared(b), Reads(rule, b), Derives(rule, h);
        AlwaysOpen(literal) <- Absent(r, literal), OnUndeclared(r);

        HasRule(element) <- Serves(_, _, element);
        Bare(element) <- Element(element), !HasRule(element);
        OfModel(model, h) <- Serves(rule, model, _), Derives(rule, h);
        OfModel(model, h) <- OfModel(model, b), Reads(rule, b), Derives(rule, h);
        HasElements(model) <- Serves(_, model, _);
        Rooted(rule, model) <- ClueRule(rule, model), Serves(rule, model, _);
        Rooted(rule, model) <- ClueRule(rule, model), Reads(rule, b), OfModel(model, b);
        Rootless(rule, model) <- ClueRule(rule, model), HasElements(model), !Rooted(rule, model);
    }
}
