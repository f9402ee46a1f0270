//! Rules whose conclusions exclude each other: each claims, and only what prevails against every other claim is concluded.

mod cycle;
mod standing;

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, Span};
use program::checked::{
    Absent, AbsentForm, Atom, Body, Column, Comparison, LawRole, Literal, LiteralKind, Program, Purpose, RelId,
    Relation, Role, Rule, Term,
};
use values::{Primitive, Value};

use self::standing::{Outcome, Standing, standings};
use crate::make::{self, Maker};
use crate::piece::{At, all};
use crate::scope::Scope;

/// A rule with its number in the program, before anything was split.
pub(crate) struct Numbered {
    pub(crate) rule: Rule,
    pub(crate) number: usize,
}

/// What a rule claims under one version of its norm.
struct Claim {
    /// Index into the rules given.
    rule: usize,
    standing: Standing,
    /// The conclusions, if nothing prevails over them.
    claimed: RelId,
    /// Those over which something does, or which face something that is their equal.
    lost: RelId,
}

/// Takes the rules of relations with conflicts apart. What they claim, and what is lost, stands in hidden relations; the latter are added
/// to `decisive`. A relation of conflicts that nothing decides is added for each.
///
/// # Errors
/// Rules that prevail over each other in a circle.
pub(crate) fn resolve(
    rules: Vec<Numbered>,
    program: &mut Program,
    decisive: &mut BTreeSet<RelId>,
) -> Result<Vec<Rule>, Vec<Diagnostic>> {
    cycle::check(program)?;
    let conflicting = |relation: RelId, program: &Program| program.relation(relation).conflict.is_some();
    let relations = program.relation_ids().filter(|id| conflicting(*id, program)).collect::<Vec<_>>();
    let mut claims_of = relations.iter().map(|_| Vec::new()).collect::<Vec<Vec<Claim>>>();
    let mut made = Vec::new();
    for Numbered { rule, number } in rules {
        let (disputed, other): (Vec<Atom>, Vec<Atom>) =
            rule.heads.iter().cloned().partition(|head| relations.contains(&head.relation));
        if disputed.is_empty() {
            made.push(rule);
            continue;
        }
        for head in disputed {
            let place = relations.iter().position(|relation| *relation == head.relation).unwrap_or_default();
            let claims = &mut claims_of[place];
            claim(&rule, head, number, program, claims, &mut made);
        }
        if !other.is_empty() {
            made.push(Rule { heads: other, ..rule });
        }
    }
    for (relation, claims) in relations.into_iter().zip(claims_of) {
        decisive.extend(claims.iter().map(|claim| claim.lost));
        decide(relation, &claims, program, &mut made);
    }
    Ok(made)
}

/// The rules that claim what `rule` concludes, and conclude what is not lost: one of each for each version of its norm.
fn claim(rule: &Rule, head: Atom, number: usize, program: &mut Program, claims: &mut Vec<Claim>, made: &mut Vec<Rule>) {
    let columns = program.relation(head.relation).columns.clone();
    for (standing, body) in standings(rule, program) {
        let name = match standing.from {
            Some(from) => format!("{} ({from})", rule.label),
            None => rule.label.clone(),
        };
        let mut relation = |what: &str| make::hidden(program, format!("{name} {what}"), columns.clone(), rule.span);
        let (claimed, lost) = (relation("claims"), relation("lost"));
        let heads = vec![Atom { relation: claimed, ..head.clone() }];
        let precedences = Vec::new();
        made.push(Rule { heads, body, clue: None, precedences, ..rule.clone() });
        made.push(prevails(rule, &head, &columns, (claimed, lost)));
        claims.push(Claim { rule: number, standing, claimed, lost });
    }
}

/// `p(x) :- claimed(x), not lost(x).`
fn prevails(rule: &Rule, head: &Atom, columns: &[Column], (claimed, lost): (RelId, RelId)) -> Rule {
    let mut scope = Scope::new(&[]);
    let args = columns
        .iter()
        .map(|column| Term::Variable(scope.fresh(&column.name, column.primitive, head.span)))
        .collect::<Vec<_>>();
    let (first, second) = (At { index: 0, span: rule.span }, At { index: 1, span: rule.span });
    let atom = Atom { relation: lost, args: args.clone(), span: second.span };
    let kind = LiteralKind::Absent(Absent { atom, within: Vec::new(), form: AbsentForm::Unless });
    let unbeaten = Literal { index: second.index, kind, role: Role::Law(LawRole::Precedence), span: second.span };
    let claim = first.holds(claimed, args.clone(), LawRole::Precedence).into_body();
    let body = Body::All(vec![claim, Body::Literal(unbeaten)]);
    let heads = vec![Atom { args, ..head.clone() }];
    let (plans, precedences) = (Vec::new(), Vec::new());
    scope.close(Rule { heads, body, lighter: None, precedences, plans, ..rule.clone() })
}

/// The rules that say which claims are lost, and which conflicts nobody decides.
fn decide(relation: RelId, claims: &[Claim], program: &mut Program, made: &mut Vec<Rule>) {
    let Relation { name, columns, conflict, span, .. } = program.relation(relation).clone();
    let agreeing = conflict.unwrap_or_default();
    let mut referred = agreeing.iter().map(|column| columns[*column].clone()).collect::<Vec<_>>();
    referred.extend(["rule", "other"].map(|name| make::column(name, Primitive::Symbol)));
    let purpose = Purpose::Refer(relation);
    let refer = Relation { purpose, ..Relation::new(format!("{name} referred"), referred, span) };
    let refer = make::add(program, refer);
    if agreeing.len() == columns.len() {
        return;
    }
    let labels = |claim: &Claim| program.rules[claim.rule].label.clone();
    for (place, claim) in claims.iter().enumerate() {
        for (other_place, other) in claims.iter().enumerate() {
            let outcome = standing::outcome((claim.rule, &claim.standing), (other.rule, &other.standing), program);
            if outcome == Outcome::Prevails {
                continue;
            }
            let pair = Pair { columns: &columns, agreeing: &agreeing, span };
            made.push(pair.rule(claim, other, &|args, _| (claim.lost, args.to_vec()), "lost"));
            if outcome == Outcome::Refer && place <= other_place {
                let names = [claim, other].map(|claim| Term::Constant(Value::symbol(&labels(claim))));
                made.push(pair.rule(
                    claim,
                    other,
                    &|_, key| (refer, key.iter().chain(&names).cloned().collect()),
                    "referred",
                ));
            }
        }
    }
}

/// Two claims about the same that differ.
struct Pair<'a> {
    columns: &'a [Column],
    agreeing: &'a [usize],
    span: Span,
}

/// The head of a rule about two claims, from the arguments of the claim and those that agree.
type Head<'a> = dyn Fn(&[Term], &[Term]) -> (RelId, Vec<Term>) + 'a;

impl Pair<'_> {
    /// `head :- claim(k, x), other(k, y), (x1 != y1 ; ..).` The head is given the arguments of the claim, and those that agree.
    fn rule(&self, claim: &Claim, other: &Claim, head: &Head<'_>, label: &str) -> Rule {
        let mut maker = Maker::new(self.span);
        let args = maker.variables(self.columns);
        let others = (0..args.len()).map(|column| match self.agreeing.contains(&column) {
            true => args[column].clone(),
            false => maker.variable(&self.columns[column].name, self.columns[column].primitive),
        });
        let others = others.collect::<Vec<_>>();
        let differ = (0..args.len()).filter(|column| !self.agreeing.contains(column)).map(|column| {
            let sides = [args[column].clone(), others[column].clone()];
            let at = At { index: 2, span: self.span };
            at.compare(sides, Comparison::NotEqual, self.columns[column].primitive, LawRole::Precedence).into_body()
        });
        let differ = Body::Any(differ.collect());
        let key = self.agreeing.iter().map(|column| args[*column].clone()).collect::<Vec<_>>();
        let (relation, head_args) = head(&args, &key);
        let maker = maker.holds(claim.claimed, args).holds(other.claimed, others);
        let Body::All(mut parts) = all(maker.pieces) else { unreachable!("`all` makes a conjunction") };
        parts.push(differ);
        let heads = vec![make::head(relation, head_args, self.span)];
        let rule = Rule::new(heads, Body::All(parts), Vec::new(), label.to_owned(), self.span);
        maker.scope.close(rule)
    }
}
