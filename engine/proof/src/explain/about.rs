//! What derivations by a clause have in common.

use eval::{Atoms, GoalKind};
use program::checked::{LawRole, RelId, Role};

use super::Explainer;

/// What is known of a clause before a fact is looked at.
pub(super) struct About<'m> {
    /// The fast way to its least match, where it has one.
    pub(super) atoms: Option<Atoms<'m>>,
    /// Where it reads its own stratum once: the goal that does, and the relation.
    pub(super) recursion: Option<(usize, RelId)>,
    /// The goal by which it takes a claim over, and the relation of the claims.
    pub(super) claims: Option<(usize, RelId)>,
    /// A literal says that something is declared complete.
    pub(super) declares: bool,
}

impl<'m> Explainer<'m> {
    /// What is known of a clause.
    pub(super) fn about(&self, clause: usize) -> &About<'m> {
        self.clauses[clause].get_or_init(|| About {
            atoms: Atoms::of(&self.model.goals[clause], &self.lookup),
            recursion: self.recursion(clause),
            claims: self.claims(clause),
            declares: self.declares(clause),
        })
    }

    fn recursion(&self, clause: usize) -> Option<(usize, RelId)> {
        let stratum = |id: RelId| self.model.stratum_of[id.0 as usize];
        let head = stratum(self.model.clauses[clause].head_relation());
        let mut own = self.model.goals[clause].goals.iter().enumerate().filter_map(|(goal, kind)| match &kind.kind {
            GoalKind::Match { relation: read, .. } if stratum(*read) == head => Some((goal, *read)),
            _ => None,
        });
        own.next().filter(|_| own.next().is_none())
    }

    fn claims(&self, clause: usize) -> Option<(usize, RelId)> {
        let literals = &self.model.clauses[clause].literals;
        let mut goals = self.model.goals[clause].goals.iter().enumerate();
        goals.find_map(|(goal, kind)| match &kind.kind {
            GoalKind::Match { relation, .. } => {
                let role = &literals.get(kind.literal)?.literal.role;
                (*role == Role::Law(LawRole::Precedence)).then_some((goal, *relation))
            }
            _ => None,
        })
    }

    fn declares(&self, clause: usize) -> bool {
        let literals = &self.model.clauses[clause].literals;
        literals.iter().any(|signed| signed.literal.role == Role::Law(LawRole::Complete))
    }
}
