//! What holds for certain: rules whose literals of the law hold, none of them being open.

use program::checked::{Body, Literal, LiteralKind, Rule, Term};

use crate::absence::Absence;
use crate::alternatives::{TooMany, plain, untouched};
use crate::piece::{At, Piece, all};
use crate::scope::Scope;
use crate::world::World;

/// The rule where nothing in it is open; `None` where something in it always is.
pub(crate) fn compile(rule: &Rule, world: &World) -> Result<Option<Rule>, TooMany> {
    if !concerns(rule, world) {
        return Ok(Some(rule.clone()));
    }
    let mut compiling = Compiling { world, scope: Scope::new(&rule.variables) };
    let Some(mut body) = compiling.body(&rule.body, true)? else { return Ok(None) };
    let mut heads = rule.heads.clone();
    for head in &mut heads {
        let at = At { index: rule.body.next_index(), span: head.span };
        let kind = LiteralKind::Atom(head.clone());
        let asked = untouched(&kind, at, world, &mut compiling.scope)?;
        if !asked.is_empty() {
            body = Body::All(vec![body, all(asked)]);
        }
        head.args.iter_mut().for_each(|arg| plain_aggregates(arg, world));
    }
    let made = Rule { heads, body, plans: Vec::new(), ..rule.clone() };
    Ok(Some(compiling.scope.close(made)))
}

/// Whether something in the rule may be open.
fn concerns(rule: &Rule, world: &World) -> bool {
    let mut concerns = false;
    crate::reads::reads(rule, &mut |relation, how| {
        use crate::reads::Reads;
        concerns |= how == Reads::Absent || world.findings.contains_key(&relation);
        let may_be_open = world.variants(relation).next().is_some() || world.is_expected(relation);
        concerns |= how == Reads::Aggregated && may_be_open;
    });
    rule.body.literals(&mut |literal, _| concerns |= matches!(literal.kind, LiteralKind::Absent(_)));
    concerns
}

struct Compiling<'w> {
    world: &'w World,
    scope: Scope,
}

impl Compiling<'_> {
    /// `None` for what never holds; under an odd number of `!`, what never fails.
    fn body(&mut self, body: &Body, positive: bool) -> Result<Option<Body>, TooMany> {
        let is_every = matches!(body, Body::All(_)) == positive;
        Ok(match body {
            Body::All(parts) | Body::Any(parts) => {
                let made = parts.iter().map(|part| self.body(part, positive)).collect::<Result<Vec<_>, _>>()?;
                let all = made.iter().all(Option::is_some);
                let kept = made.into_iter().flatten().collect::<Vec<_>>();
                let fails = if is_every { !all } else { kept.is_empty() };
                let group = if matches!(body, Body::All(_)) { Body::All } else { Body::Any };
                (!fails).then(|| group(kept))
            }
            Body::Not(inner) => self.body(inner, !positive)?.map(|inner| Body::Not(Box::new(inner))),
            Body::Literal(literal) => self.literal(literal, positive)?,
        })
    }

    fn literal(&mut self, literal: &Literal, positive: bool) -> Result<Option<Body>, TooMany> {
        let at = At { index: literal.index, span: literal.span };
        if let LiteralKind::Absent(absent) = &literal.kind {
            if !positive {
                let kind = LiteralKind::Atom(absent.atom.clone());
                return Ok(Some(Body::Not(Box::new(Body::Literal(Literal { kind, ..literal.clone() })))));
            }
            let absence = Absence::of(absent, at, self.world, &mut self.scope);
            let lacks = absence.lacks.clone();
            return Ok(absence.not_open().map(|mut pieces| {
                pieces.insert(0, lacks);
                all(pieces)
            }));
        }
        let asked = untouched(&literal.kind, at, self.world, &mut self.scope)?;
        let mut literal = literal.clone();
        literal.kind.terms_mut().into_iter().for_each(|term| plain_aggregates(term, self.world));
        let piece = Piece { literal, positive };
        let mut pieces = self.world.settled(&piece).unwrap_or_else(|| vec![piece]);
        pieces.extend(asked);
        // Under a `!` the parts are negated once more.
        Ok(Some(match (positive, pieces.as_slice()) {
            (true, [only]) | (false, [only]) => Body::Literal(only.literal.clone()),
            (true, _) => all(pieces),
            (false, _) => Body::Not(Box::new(all(pieces))),
        }))
    }
}

fn plain_aggregates(term: &mut Term, world: &World) {
    match term {
        Term::Aggregate(aggregate) => plain(aggregate, world),
        term => term.children_mut().into_iter().for_each(|child| plain_aggregates(child, world)),
    }
}
