//! Limits, and the wish to stop.

use diagnostics::{Diagnostic, Entry, catalogue};

use crate::{Halt, Limits, Model, Profile, Progress, Stop, Watch};

/// Why a run ends before its end.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    Facts(u64),
    Memory(u64),
    Interrupted,
}

/// Ends a run that costs more than it may.
pub(super) struct Guard<'w> {
    limits: &'w Limits,
    watch: &'w dyn Watch,
    progress: Progress,
    /// Facts before the first rule.
    given: u64,
    /// By clause: facts given before the stratum began.
    before: Vec<u64>,
    /// The clause at work, and since when.
    turn: Option<usize>,
    since: u64,
}

impl<'w> Guard<'w> {
    pub(super) fn new(model: &Model<'_>, limits: &'w Limits, watch: &'w dyn Watch) -> Self {
        let given = model.relations.iter().map(|relation| u64::from(relation.len())).sum();
        let progress = Progress { strata: model.program.strata.len(), facts: given, ..Progress::default() };
        Self { limits, watch, progress, given, before: vec![0; model.clauses.len()], turn: None, since: 0 }
    }

    /// It is the turn of `clause`, or of none: the one before is charged with the time that has passed. A clause that fires
    /// again and again costs no look at the clock.
    pub(super) fn turn(&mut self, clause: Option<usize>, profile: &mut Profile) {
        if self.turn == clause {
            return;
        }
        let now = self.watch.now();
        if let Some(before) = self.turn {
            profile.clauses[before].nanos += now.saturating_sub(self.since);
        }
        (self.turn, self.since) = (clause, now);
    }

    /// Before a round of `clauses`.
    pub(super) fn round(
        &mut self,
        model: &Model<'_>,
        stratum: usize,
        round: u32,
        clauses: &[usize],
    ) -> Result<(), Halt> {
        if round == 1 {
            clauses.iter().for_each(|clause| self.before[*clause] = model.profile.clauses[*clause].rows_out);
        }
        self.progress = Progress { stratum, round, ..self.progress };
        match self.limits.rounds.filter(|limit| round > *limit) {
            Some(limit) => Err(self.limit(&catalogue::TOO_MANY_ROUNDS, u64::from(limit), model, clauses)),
            None => Ok(()),
        }
    }

    /// In the middle of a firing that has added `new` facts: why it is to end, if it is.
    pub(super) fn look(&self, new: u64) -> Option<End> {
        let facts = self.progress.facts + new;
        if let Some(limit) = self.limits.facts.filter(|limit| facts - self.given > *limit) {
            return Some(End::Facts(limit));
        }
        self.watch.look(&Progress { facts, ..self.progress }).map(|stop| match stop {
            Stop::Memory(limit) => End::Memory(limit),
            Stop::Interrupted => End::Interrupted,
        })
    }

    /// A firing has added `new` facts.
    pub(super) fn added(&mut self, new: u64) {
        self.progress.facts += new;
    }

    /// After a firing of one of `clauses`.
    pub(super) fn fired(&mut self, model: &Model<'_>, clauses: &[usize], end: Option<End>) -> Result<(), Halt> {
        match end.or_else(|| self.look(0)) {
            Some(End::Facts(limit)) => Err(self.limit(&catalogue::TOO_MANY_DERIVED, limit, model, clauses)),
            Some(End::Memory(limit)) => Err(self.limit(&catalogue::TOO_MUCH_MEMORY, limit, model, clauses)),
            Some(End::Interrupted) => Err(Halt::Interrupted),
            None => Ok(()),
        }
    }

    fn limit(&self, entry: &'static Entry, limit: u64, model: &Model<'_>, clauses: &[usize]) -> Halt {
        let given = |clause: &usize| model.profile.clauses[*clause].rows_out - self.before[*clause];
        let clause = clauses.iter().copied().max_by_key(|clause| (given(clause), std::cmp::Reverse(*clause)));
        let diagnostic = match clause {
            Some(clause) => {
                let rule = &model.program.rules[model.clauses[clause].rule];
                Diagnostic::new(entry, rule.span).arg("rule", &rule.label).arg("facts", given(&clause))
            }
            None => Diagnostic::unplaced(entry),
        };
        Halt::Limit(Box::new(diagnostic.arg("limit", limit).arg("rounds", self.progress.round)))
    }
}
