//! Findings: only those count that nobody contradicts.

use program::checked::{Comparison, Program, Purpose, RelId, Relation, Rule, Term};

use crate::make::{self, Maker};

/// A relation that people fill, and what is made of it.
#[derive(Debug)]
pub(crate) struct Finding {
    /// How many columns are keys; the value stands behind them.
    pub(crate) keys: usize,
    /// Keys whose findings differ.
    pub(crate) contradictory: RelId,
    /// The findings of all other keys.
    pub(crate) settled: RelId,
}

impl Finding {
    /// Adds the relations that are needed for `relation`, and their rules to `rules`. `None` where it is no finding.
    ///
    /// ```text
    /// contradictory(k) :- finding(k, v, _, ..), finding(k, w, _, ..), v != w.
    /// settled(k, v, ..) :- finding(k, v, ..), !contradictory(k).
    /// ```
    pub(crate) fn add(relation: RelId, program: &mut Program, rules: &mut Vec<Rule>) -> Option<Finding> {
        let finding = program.relation(relation);
        let keys = finding.openness.finding?;
        let (columns, span, name) = (finding.columns.clone(), finding.span, finding.name.clone());
        let contradictory = make::hidden(program, format!("{name} contradictory"), columns[..keys].to_vec(), span);
        let settled = Relation::new(format!("{name} settled"), columns.clone(), span);
        let settled = make::add(program, Relation { purpose: Purpose::Settled(relation), ..settled });

        let mut maker = Maker::new(span);
        let all = maker.variables(&columns);
        let other = maker.variable("other", columns[keys].primitive);
        let key = all[..keys].to_vec();
        let with_value = |value: &Term| {
            let mut args = key.clone();
            args.push(value.clone());
            args.resize(columns.len(), Term::Wildcard);
            args
        };
        let pair = maker.clone().holds(relation, with_value(&all[keys])).holds(relation, with_value(&other));
        let differ = pair.compare(&all[keys], Comparison::NotEqual, &other, columns[keys].primitive);
        let agree = maker.holds(relation, all.clone()).lacks(contradictory, key.clone());
        rules.push(differ.concludes(contradictory, key.clone(), &format!("{name} contradictory")));
        rules.push(agree.concludes(settled, all, &format!("{name} settled")));
        Some(Finding { keys, contradictory, settled })
    }
}
