//! Which columns of the atoms have values when their turn comes.

use std::collections::BTreeSet;

use program::checked::RelId;

use super::{Atom, Atoms, Column, Detour};
use crate::{Arg, GoalKind, Goals, Lookup};

impl<'m> Atoms<'m> {
    /// The goals of a clause if all are atoms of relations whose rows are all there is to them, and the head is made of what they give.
    pub fn of(goals: &Goals, lookup: &Lookup<'m>) -> Option<Atoms<'m>> {
        let matches = goals.goals.iter().map(|goal| match &goal.kind {
            GoalKind::Match { relation, args } => Some((*relation, &args[..])),
            _ => None,
        });
        let matches = matches.collect::<Option<Vec<_>>>()?;
        let plain = |(relation, _): &(RelId, &[Arg])| {
            let table = lookup.relation(*relation);
            table.erased().is_none() && table.implied().is_none()
        };
        if !matches.iter().all(plain) || goals.round.is_some() || goals.numbered.is_some() {
            return None;
        }
        let mut known = BTreeSet::new();
        let head = columns(&goals.head, &mut known);
        let mut before = vec![known.clone()];
        let columns = matches.iter().map(|(_, args)| {
            let columns = columns(args, &mut known);
            before.push(known.clone());
            columns
        });
        let columns = columns.collect::<Vec<_>>();
        let atom = |place: usize| {
            let (relation, _) = matches[place];
            let bound = bound(&columns[place], &before[place]);
            let some = !bound.is_empty() && bound.len() < columns[place].len();
            let (detours, has_others) = detours(place, &matches, &columns, &before[place], goals, lookup);
            Atom {
                relation,
                table: lookup.relation(relation),
                columns: columns[place].clone(),
                access: some.then(|| lookup.access(relation, &bound)),
                bound,
                detours,
                has_others,
            }
        };
        let atoms = (0..matches.len()).map(atom).collect();
        let variables = (0..goals.types.len() as u32).map(|variable| known.contains(&variable)).collect();
        Some(Atoms { dictionary: lookup.dictionary(), head, variables, atoms })
    }
}

/// What the arguments hold when their turn comes; `known` are the variables that have values, then also those that get theirs here.
fn columns(args: &[Arg], known: &mut BTreeSet<u32>) -> Vec<Column> {
    let before = known.clone();
    let column = |arg: &Arg| match arg {
        Arg::Any => Column::Any,
        Arg::Constant(_, code) => Column::Constant(*code),
        Arg::Variable(variable) if before.contains(variable) => Column::Bound(*variable),
        Arg::Variable(variable) if known.insert(*variable) => Column::Binds(*variable),
        Arg::Variable(variable) => Column::Repeats(*variable),
    };
    args.iter().map(column).collect()
}

/// The columns that have values where these variables have.
fn bound(columns: &[Column], known: &BTreeSet<u32>) -> Vec<usize> {
    let has_value = |column: &Column| match column {
        Column::Constant(_) => true,
        Column::Any => false,
        Column::Bound(variable) | Column::Binds(variable) | Column::Repeats(variable) => known.contains(variable),
    };
    (0..columns.len()).filter(|at| has_value(&columns[*at])).collect()
}

/// The detours of the atom at this place, and whether there are such as leave it something to choose.
fn detours<'m>(
    place: usize,
    matches: &[(RelId, &[Arg])],
    columns: &[Vec<Column>],
    known: &BTreeSet<u32>,
    goals: &Goals,
    lookup: &Lookup<'m>,
) -> (Vec<Detour<'m>>, bool) {
    let own = &columns[place];
    let binds =
        own.iter().filter_map(|column| if let Column::Binds(variable) = column { Some(*variable) } else { None });
    let binds = binds.collect::<Vec<_>>();
    let only = match binds[..] {
        [only] if !own.contains(&Column::Any) => Some(only),
        _ => None,
    };
    let (mut detours, mut has_others) = (Vec::new(), false);
    for atom in place + 1..matches.len() {
        let (relation, args) = matches[atom];
        let at = |variable: u32| args.iter().position(|arg| matches!(arg, Arg::Variable(it) if *it == variable));
        let bound = bound(&columns[atom], known);
        if bound.is_empty() || !binds.iter().any(|variable| at(*variable).is_some()) {
            continue;
        }
        match only.and_then(|variable| Some((variable, at(variable)?))) {
            Some((variable, column)) => {
                let access = lookup.access(relation, &bound);
                let primitive = goals.types[variable as usize];
                detours.push(Detour { atom, bound, access, variable, column, primitive });
            }
            None => has_others = true,
        }
    }
    (detours, has_others)
}
