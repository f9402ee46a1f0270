//! Whether an exception is met where everything else in its rule holds: asked by rules that nobody wrote.

use eval::{Halt, Limits, Watch};
use program::checked::{Atom, Body, Literal, LiteralKind, Program, Purpose, RelId, Relation, Rule};

use crate::Case;
use crate::coverage::Exception;

/// Of `exceptions`, all of the form `unless`, those that this case meets, as indices.
///
/// They are asked for in a program of its own: what fails in a body whose exception is met is no failure of the case. Then each is asked for
/// alone, and the one that fails is not met.
///
/// # Errors
/// The end that `watch` asked for.
pub(crate) fn met(
    case: &Case,
    exceptions: &[&Exception],
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Vec<usize>, Halt> {
    match asked(case, exceptions, limits, watch) {
        Err(halt @ Halt::Interrupted) => Err(halt),
        Err(_) if exceptions.len() > 1 => {
            let mut found = Vec::new();
            for (index, exception) in exceptions.iter().enumerate() {
                let alone = met(case, &[exception], limits, watch)?;
                found.extend(alone.into_iter().map(|_| index));
            }
            Ok(found)
        }
        other => Ok(other.unwrap_or_default()),
    }
}

fn asked(case: &Case, exceptions: &[&Exception], limits: &Limits, watch: &dyn Watch) -> Result<Vec<usize>, Halt> {
    let mut written = case.written.clone();
    let probes = exceptions.iter().map(|exception| probe(&mut written, exception)).collect::<Vec<_>>();
    let Ok(compiled) = law::compile(&written) else { return Ok(Vec::new()) };
    let compiled = compiled.into_owned();
    let probing = Case { written, compiled };
    let model = probing.evaluate(limits, watch)?;
    let is_met = |(index, probe): (usize, RelId)| (model.relation(probe).facts() > 0).then_some(index);
    Ok(probes.into_iter().enumerate().filter_map(is_met).collect())
}

/// Adds a relation without columns that holds where the exception is met and everything else in the rule holds.
fn probe(program: &mut Program, exception: &Exception) -> RelId {
    let rule = &program.rules[exception.rule];
    let (span, variables) = (rule.span, rule.variables.clone());
    let body = turned(&rule.body, exception);
    let relation = RelId(program.relations.len() as u32);
    let label = format!("probe {}", relation.0);
    let hidden = Relation { purpose: Purpose::Hidden, ..Relation::new(label.clone(), Vec::new(), span) };
    let head = Atom { relation, args: Vec::new(), span };
    program.relations.push(hidden);
    program.rules.push(Rule::new(vec![head], body, variables, label, span));
    relation
}

/// The body with the exception's presence in place of its absence. Recursive, since the nesting of bodies is bounded by the parser.
fn turned(body: &Body, exception: &Exception) -> Body {
    let parts = |parts: &[Body]| parts.iter().map(|part| turned(part, exception)).collect();
    match body {
        Body::All(all) => Body::All(parts(all)),
        Body::Any(any) => Body::Any(parts(any)),
        Body::Not(inner) => Body::Not(Box::new(turned(inner, exception))),
        Body::Literal(literal) => match &literal.kind {
            LiteralKind::Absent(absent) if literal.span == exception.span => {
                Body::Literal(Literal { kind: LiteralKind::Atom(absent.atom.clone()), ..literal.clone() })
            }
            _ => body.clone(),
        },
    }
}
