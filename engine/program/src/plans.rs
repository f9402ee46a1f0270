//! `.plan` directives: the orders that authors of recursive rules ask for.

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{self, Token};

use crate::alternatives::alternatives;
use crate::checked::{Plan, RelId};
use crate::constants::whole;
use crate::damage::Damage;
use crate::draft::{LiteralKind, Rule};
use crate::report::Report;
use crate::rules::Rules;
use crate::strata::edges;

/// A `.plan` behind a rule.
pub(crate) struct Written {
    /// Number of the rule's draft.
    pub(crate) draft: usize,
    /// Number of the rule, where it is kept.
    pub(crate) rule: Option<usize>,
    pub(crate) plan: ast::Plan,
    pub(crate) file: FileId,
}

/// Gives the rules their plans. A plan belongs to a rule that reads a relation of its own component, has an order for
/// versions that the rule has, and in each order every atom once. `component_of` is by relation.
pub(crate) fn check(rules: &mut Rules, component_of: &[usize], damage: &Damage, report: &mut Report) {
    for written in &rules.plans {
        let draft = &rules.drafts[written.draft];
        let Some(head) = draft.heads.first().and_then(|head| head.relation) else { continue };
        if !draft.whole || damage.touches(draft.span) {
            continue;
        }
        let same = |a: RelId, b: RelId| component_of[a.0 as usize] == component_of[b.0 as usize];
        if !edges(std::slice::from_ref(draft)).iter().any(|edge| same(edge.head, edge.body)) {
            let place = parenthesis(&written.plan, written.file);
            report.extend(place.map(|place| Diagnostic::new(&catalogue::PLAN_WITHOUT_RECURSION, place)));
            continue;
        }
        let plans = match atoms(draft) {
            Ok(atoms) => {
                let recursive = atoms.iter().filter(|atom| same(head, **atom));
                Shape { atoms: atoms.len(), versions: recursive.count() }.plans(written, report)
            }
            Err(what) => {
                let place = written.plan.span(written.file);
                report.push(Diagnostic::new(&catalogue::IGNORED_PLAN, place).words("what", what));
                continue;
            }
        };
        if let Some(rule) = written.rule {
            rules.rules[rule].plans = plans;
        }
    }
}

/// The relations of a rule's positive atoms, in text order.
///
/// # Errors
/// What makes the rule stand for several.
fn atoms(draft: &Rule) -> Result<Vec<RelId>, Text> {
    const HEADS: Text = Text { en: "several heads", zh: "多个头部" };
    const ALTERNATIVES: Text = Text { en: "alternatives", zh: "多个选项" };
    const INLINED: Text = Text { en: "atoms that others were put in place of", zh: "被代入的原子" };
    if draft.heads.len() > 1 {
        return Err(HEADS);
    }
    if draft.inlined {
        return Err(INLINED);
    }
    let conjunction = match draft.body.as_ref().and_then(alternatives).map(<[_; 1]>::try_from) {
        Some(Ok([conjunction])) => conjunction,
        _ => return Err(ALTERNATIVES),
    };
    let relation = |kind: &LiteralKind| if let LiteralKind::Atom(atom) = kind { atom.relation } else { None };
    let positive = conjunction.iter().filter(|signed| signed.positive);
    Ok(positive.filter_map(|signed| relation(&signed.literal.kind)).collect())
}

/// What the numbers of a plan have to fit.
struct Shape {
    atoms: usize,
    versions: usize,
}

impl Shape {
    fn plans(&self, written: &Written, report: &mut Report) -> Vec<Plan> {
        let mut plans: Vec<Plan> = Vec::new();
        for version in written.plan.versions() {
            let file = written.file;
            let Some(number) = version.version() else { continue };
            let span = Span { start: number.span(file).start, ..version.span(file) };
            let known = self.version(&number, file, report);
            let order = self.order(&version, span, file, report);
            let (Some(known), Some(order)) = (known, order) else { continue };
            if plans.iter().any(|plan| plan.version == known) {
                let twice = Diagnostic::new(&catalogue::PLAN_VERSION_TWICE, number.span(file));
                report.push(twice.arg("number", number.text()));
            }
            plans.push(Plan { version: known, order, span });
        }
        plans
    }

    fn version(&self, number: &Token, file: FileId, report: &mut Report) -> Option<u32> {
        let known = below(number, self.versions);
        // Without a recursive atom that is positive the circle itself has been reported.
        if known.is_none() && self.versions > 0 {
            let unknown = Diagnostic::new(&catalogue::UNKNOWN_PLAN_VERSION, number.span(file));
            report.push(unknown.arg("number", number.text()).arg("last", self.versions - 1));
        }
        known
    }

    /// The positions from 0; every one once.
    fn order(&self, version: &ast::PlanVersion, span: Span, file: FileId, report: &mut Report) -> Option<Vec<u32>> {
        const REPEATS: Text = Text { en: "repeats", zh: "重复了" };
        const LEAVES_OUT: Text = Text { en: "leaves out", zh: "遗漏了" };
        let mut order = Vec::with_capacity(self.atoms);
        let mut seen = vec![false; self.atoms];
        let before = report.errors();
        let incomplete = |place: Span, how: Text, number: usize| {
            let error = Diagnostic::new(&catalogue::INCOMPLETE_PLAN, place).words("how", how);
            error.arg("number", number).arg("count", self.atoms)
        };
        for number in version.order() {
            // What is written counts from 1.
            match below(&number, self.atoms + 1).and_then(|number| number.checked_sub(1)) {
                None => {
                    let unknown = Diagnostic::new(&catalogue::UNKNOWN_PLAN_ATOM, number.span(file));
                    report.push(unknown.arg("number", number.text()).arg("count", self.atoms));
                }
                Some(at) if std::mem::replace(&mut seen[at as usize], true) => {
                    report.push(incomplete(number.span(file), REPEATS, at as usize + 1));
                }
                Some(at) => order.push(at),
            }
        }
        // A wrong number stands where the right one is missing: one mistake.
        if report.errors() == before
            && let Some(at) = seen.iter().position(|seen| !seen)
        {
            report.push(incomplete(span, LEAVES_OUT, at + 1));
        }
        (report.errors() == before).then_some(order)
    }
}

/// A number below `limit`.
fn below(number: &Token, limit: usize) -> Option<u32> {
    whole(number.text()).and_then(|number| u32::try_from(number).ok()).filter(|number| (*number as usize) < limit)
}

/// The `(` of the first order.
fn parenthesis(plan: &ast::Plan, file: FileId) -> Option<Span> {
    let version = plan.versions().into_iter().next()?;
    let (span, text) = (version.span(file), version.text());
    let start = span.end - text.len() as u32 + text.find('(')? as u32;
    Some(Span { file, start, end: start + 1 })
}
