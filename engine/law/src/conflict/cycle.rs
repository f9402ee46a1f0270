//! Rules that prevail over each other in a circle.

use std::collections::{BTreeSet, VecDeque};

use diagnostics::{Diagnostic, Text, catalogue};
use program::checked::{Program, Rule};

/// Reports every circle of `overrides` and `special_to` once.
pub(super) fn check(program: &Program) -> Result<(), Vec<Diagnostic>> {
    let (mut done, mut errors) = (BTreeSet::<usize>::new(), Vec::new());
    for start in 0..program.rules.len() {
        if !done.contains(&start)
            && let Some(circle) = way_back(start, program)
        {
            done.extend(&circle);
            errors.push(report(&circle, program));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// A shortest way from the rule to itself, the rule first and last.
fn way_back(start: usize, program: &Program) -> Option<Vec<usize>> {
    let mut came_from = vec![None; program.rules.len()];
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for over in program.rules[at].precedences.iter().map(|precedence| precedence.over) {
            if came_from[over].is_none() {
                came_from[over] = Some(at);
                queue.push_back(over);
            }
            if over == start {
                let mut way = vec![start];
                let mut at = came_from[start]?;
                while at != start {
                    way.push(at);
                    at = came_from[at]?;
                }
                way.push(start);
                way.reverse();
                return Some(way);
            }
        }
    }
    None
}

fn report(circle: &[usize], program: &Program) -> Diagnostic {
    const NEXT: Text = Text { en: "which prevails over the next one here", zh: "在此又优先于下一条" };
    let spans = circle.windows(2).filter_map(|pair| {
        program.rules[pair[0]].precedences.iter().find(|precedence| precedence.over == pair[1]).map(|found| found.span)
    });
    let mut spans = spans.collect::<Vec<_>>().into_iter();
    let names = circle.iter().map(|rule| name(&program.rules[*rule])).collect::<Vec<_>>().join(" -> ");
    let first = spans.next().unwrap_or(program.rules[circle[0]].span);
    let error = Diagnostic::new(&catalogue::CIRCULAR_PRECEDENCE, first).arg("circle", names);
    spans.fold(error, |error, span| error.related(span, NEXT))
}

/// The label with the norms cited.
fn name(rule: &Rule) -> String {
    match rule.norms.as_slice() {
        [] => rule.label.clone(),
        norms => format!("{} ({})", rule.label, norms.join(", ")),
    }
}
