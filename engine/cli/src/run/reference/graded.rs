//! The clues of the second opinion, with their grades.

use std::collections::BTreeSet;

use checker::{Grades, Tuples};
use program::checked::{
    Atom, Body, Literal, LiteralKind, Program, Purpose, RelId, Relation, Role, Rule, Term, VarId, Variable,
};

/// Adds to a program without rules, for each relation and grade of the clue rules of `written`, a hidden relation and the first of these
/// rules, which concludes what the relation holds: so a clue's grade, model and id are found where they are always found. Returns what
/// the relations hold.
pub fn keep(program: &mut Program, written: &Program, grades: &Grades) -> Vec<Tuples> {
    let (mut seen, mut held) = (BTreeSet::new(), Vec::new());
    for rule in &written.rules {
        let Some(grade) = rule.clue else { continue };
        for head in &rule.heads {
            if seen.insert((head.relation, grade)) {
                program.rules.push(concludes(rule, head, RelId(program.relations.len() as u32), written));
                program.relations.push(hidden(head.relation, written));
                let of_grade = grades.iter().filter(|((relation, _), of)| (*relation, **of) == (head.relation, grade));
                held.push(of_grade.map(|((_, tuple), _)| tuple.clone()).collect());
            }
        }
    }
    program.strata = program::stratify(program).strata;
    held
}

fn hidden(of: RelId, written: &Program) -> Relation {
    let Relation { name, columns, span, .. } = written.relation(of).clone();
    Relation { purpose: Purpose::Hidden, ..Relation::new(name, columns, span) }
}

/// `head(..) :- from(..).`
fn concludes(rule: &Rule, head: &Atom, from: RelId, written: &Program) -> Rule {
    let columns = written.relation(head.relation).columns.iter();
    let variable = |column: &program::checked::Column| Variable {
        name: column.name.clone(),
        primitive: column.primitive,
        span: head.span,
    };
    let variables = columns.map(variable).collect::<Vec<_>>();
    let atom = |relation: RelId| {
        let args = (0..variables.len() as u32).map(|id| Term::Variable(VarId(id))).collect();
        Atom { relation, args, span: head.span }
    };
    let literal = Literal { index: 0, kind: LiteralKind::Atom(atom(from)), role: Role::Written, span: head.span };
    Rule {
        heads: vec![atom(head.relation)],
        body: Body::All(vec![Body::Literal(literal)]),
        lighter: None,
        precedences: Vec::new(),
        plans: Vec::new(),
        variables,
        ..rule.clone()
    }
}
