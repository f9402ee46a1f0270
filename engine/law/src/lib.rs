//! The legal layer: what only the law knows -> plain rules.
//!
//! A checked program says `not`, `unless`, "in force", "the lighter law", "this rule prevails". Here that becomes relations, rules and
//! stratified negation, which every evaluator knows, and which a proof can show. The second opinion gives these words their meaning by itself.
//!
//! The way of a program:
//!
//! 1. `lighter` and `conflict` take rules apart that are evaluated twice, or that others may prevail over;
//! 2. `world` knows where relations are complete (`coverage`), which findings count (`findings`), and which `p?` there are;
//! 3. `open` makes the rules of `p?` from the `alternatives` of each body: every literal holds or is open;
//! 4. `definite` leaves of each rule what holds for certain, `in_force` makes comparisons of dates.

mod absence;
mod alternatives;
mod conflict;
mod coverage;
mod definite;
mod findings;
mod in_force;
mod known;
mod lighter;
mod make;
mod needed;
mod open;
mod piece;
mod reads;
mod scope;
mod walk;
mod world;

use std::borrow::Cow;
use std::collections::BTreeSet;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{LiteralKind, Program, Rule};

use self::conflict::Numbered;
use self::world::{Completeness, World};

/// The program in plain rules. The relations of `program` keep their numbers; what is needed besides stands behind them. Of a program that
/// says nothing of the law, what comes is the program itself.
///
/// # Errors
/// Precedences in a circle; conclusions that decide about themselves; rules with too many open alternatives.
pub fn compile(program: &Program) -> Result<Cow<'_, Program>, Vec<Diagnostic>> {
    if is_plain(program) {
        return Ok(Cow::Borrowed(program));
    }
    let mut staged = program.clone();
    let rules = under_both_days(&mut staged);
    let mut decisive = BTreeSet::new();
    staged.rules = conflict::resolve(rules, &mut staged, &mut decisive)?;
    let needed = needed::needed(&staged);
    let mut world = World::new(staged, decisive);
    extents(&world)?;
    let open = open::rules(&needed, &mut world)?;
    let definite_rules = definite(&world.program.rules, &world)?;
    let mut subsumptions = definite(&world.program.subsumptions, &world)?;
    let World { mut program, rules, .. } = world;
    let mut rules = definite_rules.into_iter().chain(rules).chain(open).collect::<Vec<_>>();
    for rule in rules.iter_mut().chain(&mut subsumptions) {
        in_force::compile(&mut rule.body, &program);
        rule.precedences.clear();
    }
    (program.rules, program.subsumptions) = (rules, subsumptions);
    finish(program).map(Cow::Owned)
}

/// True where nothing in the program needs this layer.
fn is_plain(program: &Program) -> bool {
    let mut is_plain = program.relations.iter().all(|relation| {
        let openness = &relation.openness;
        openness.finding.is_none() && openness.expected.is_none() && relation.conflict.is_none()
    });
    for rule in program.rules.iter().chain(&program.subsumptions) {
        is_plain &= rule.lighter.is_none();
        reads::reads(rule, &mut |_, how| is_plain &= how != reads::Reads::Absent);
        rule.body.literals(&mut |literal, _| {
            is_plain &= !matches!(literal.kind, LiteralKind::Absent(_) | LiteralKind::InForce { .. });
        });
    }
    is_plain
}

/// The rules with their numbers; three instead of one that takes the lighter law, of which the last one concludes what the one did.
fn under_both_days(program: &mut Program) -> Vec<Numbered> {
    let rules = std::mem::take(&mut program.rules);
    let mut numbered = Vec::with_capacity(rules.len());
    for (number, rule) in rules.iter().enumerate() {
        match &rule.lighter {
            Some(lighter) => {
                let made = lighter::split(rule, lighter, program);
                numbered.extend(made.into_iter().map(|rule| Numbered { rule, number }));
            }
            None => numbered.push(Numbered { rule: rule.clone(), number }),
        }
    }
    program.rules = rules;
    numbered
}

/// Each absence gives the places and days by which what lies below it is declared complete.
fn extents(world: &World) -> Result<(), Vec<Diagnostic>> {
    let mut errors = Vec::new();
    for rule in world.program.rules.iter().chain(&world.program.subsumptions) {
        rule.body.all_literals(&mut |literal, positive| {
            let LiteralKind::Absent(absent) = &literal.kind else { return };
            let is_asked = positive && !world.decisive.contains(&absent.atom.relation);
            for base in world.bases(absent.atom.relation).iter().filter(|_| is_asked) {
                if let Completeness::Declared(coverage) = world.completeness(*base)
                    && let Some(column) = coverage.missing(absent)
                {
                    let error = Diagnostic::new(&catalogue::EXTENT_MISSING, literal.span).arg("column", column);
                    errors.push(error.arg("relation", &world.program.relation(*base).name));
                }
            }
        });
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn definite(written: &[Rule], world: &World) -> Result<Vec<Rule>, Vec<Diagnostic>> {
    let (mut rules, mut errors) = (Vec::new(), Vec::new());
    for rule in written {
        match definite::compile(rule, world) {
            Ok(made) => rules.extend(made),
            Err(alternatives::TooMany) => errors.push(open::too_many(rule)),
        }
    }
    if errors.is_empty() { Ok(rules) } else { Err(errors) }
}

/// With the strata of the new rules.
fn finish(mut program: Program) -> Result<Program, Vec<Diagnostic>> {
    let stratified = program::stratify(&program);
    if let Some(circle) = stratified.circle {
        let names = circle.iter().map(|id| program.relation(*id).name.as_str()).collect::<Vec<_>>().join(" -> ");
        let first = program.relation(circle[0]);
        let error = Diagnostic::new(&catalogue::CONCLUSION_DECIDES_ITSELF, first.span);
        return Err(vec![error.arg("name", &first.name).arg("circle", names)]);
    }
    program.strata = stratified.strata;
    Ok(program)
}
