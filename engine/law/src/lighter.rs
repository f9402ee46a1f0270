//! 从旧兼从轻: a rule under the law of two days -> its results under each, and the lighter of both.

use program::checked::{Atom, Body, Functor, LawRole, Lighter, Literal, LiteralKind, Program, Role, Rule, Term};
use values::Primitive;

use crate::make;
use crate::piece::{At, all};
use crate::scope::Scope;

/// The rule for each of the two days, and the one that takes the lighter result, which comes last. Results go into a relation with the
/// columns of the head, which day it is (0 or 1) and the day.
pub(crate) fn split(rule: &Rule, lighter: &Lighter, program: &mut Program) -> [Rule; 3] {
    let result = &program.relations[rule.heads[0].relation.0 as usize];
    let mut columns = result.columns.clone();
    columns.extend([make::column("which", Primitive::Number), make::column("day", Primitive::Date)]);
    let versions = make::hidden(program, format!("{} by day", rule.label), columns, lighter.span);
    let version = |which| {
        let mut rule = Rule { clue: None, lighter: None, body: on_day(&rule.body, which), ..rule.clone() };
        let head = &mut rule.heads[0];
        head.relation = versions;
        head.args.extend([make::number(which as i64), Term::Variable(lighter.day)]);
        rule
    };
    let both = [version(0), version(1)];
    let [first, second] = both;
    [first, second, choose(rule, lighter, versions, program)]
}

/// The body with the chosen one of the last part's comparisons, in the order of the literals' numbers.
fn on_day(body: &Body, which: usize) -> Body {
    let Body::All(parts) = body else { return body.clone() };
    let Some((Body::Any(days), parts)) = parts.split_last() else { return body.clone() };
    let mut parts = parts.to_vec();
    let is_in_force = |part: &Body| matches!(part, Body::Literal(Literal { role: Role::InForce(_), .. }));
    let place = parts.iter().position(is_in_force).unwrap_or(parts.len());
    parts.insert(place, days[which].clone());
    Body::All(parts)
}

/// `h(k, min(a, b)) :- versions(k, a, 0, first), versions(k, b, 1, second).`
fn choose(rule: &Rule, lighter: &Lighter, versions: program::checked::RelId, program: &Program) -> Rule {
    let columns = &program.relation(rule.heads[0].relation).columns;
    let mut scope = Scope::new(&[]);
    let mut variable = |name: &str, primitive| Term::Variable(scope.fresh(name, primitive, lighter.span));
    let name = |id: program::checked::VarId| &rule.variables[id.0 as usize].name;
    let key = columns.iter().map(|column| variable(&column.name, column.primitive)).collect::<Vec<_>>();
    let by = &columns[lighter.by];
    let pieces = (0..).zip(lighter.dates).map(|(which, date)| {
        let mut args = key.clone();
        args[lighter.by] = variable(&format!("{} ({})", by.name, name(date)), by.primitive);
        args.extend([make::number(i64::from(which)), variable(name(date), Primitive::Date)]);
        At { index: which, span: lighter.span }.holds(versions, args, LawRole::Version)
    });
    let pieces = pieces.collect::<Vec<_>>();
    let results = pieces.iter().filter_map(|piece| match &piece.literal.kind {
        LiteralKind::Atom(atom) => Some(atom.args[lighter.by].clone()),
        _ => None,
    });
    let mut args = key;
    args[lighter.by] = Term::Call { functor: Functor::Min(by.primitive), args: results.collect(), span: lighter.span };
    let heads = vec![Atom { args, ..rule.heads[0].clone() }];
    scope.close(Rule { heads, body: all(pieces), lighter: None, plans: Vec::new(), ..rule.clone() })
}
