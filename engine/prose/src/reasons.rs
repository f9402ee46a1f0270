//! A why-not as steps that rest on each other.

use std::collections::BTreeMap;

use diagnostics::{Lang, Text};

use crate::line::{About, Line, Mark, ReasonKind, Shown};
use crate::wrap::GLUE;

const ITSELF: Text = Text {
    en: "why not: that is told above; here it would rest on itself",
    zh: "其原因见上文，在此以自身为依据",
};

/// Why a fact does not hold, as steps. Each stands behind those below it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reasons {
    /// The steps.
    pub steps: Vec<Reason>,
    /// The steps that nothing else has below it: first of all the fact asked about.
    pub answers: Vec<usize>,
}

/// A step of a why-not.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What it is.
    pub kind: ReasonKind,
    /// What it says. Nothing in it steers a terminal; for HTML it is to be escaped.
    pub said: String,
    /// What else there is to say; what stands between grave accents is of the rule language.
    pub notes: Vec<String>,
    /// What it is about.
    pub about: About,
    /// The steps below it, in reading order.
    pub below: Vec<usize>,
}

/// What stands below a step before all parts are known.
enum Below {
    Step(usize),
    Part(usize),
}

/// The steps that the lines tell.
pub(crate) fn reasons(lines: Vec<Line>, lang: Lang) -> Reasons {
    let (steps, below, parts, roots) = nested(lines);
    let below = below.into_iter().map(|below| {
        let step = |below| match below {
            Below::Step(step) => vec![step],
            Below::Part(part) => parts.get(&part).cloned().unwrap_or_default(),
        };
        below.into_iter().flat_map(step).collect::<Vec<_>>()
    });
    ordered(steps, &below.collect::<Vec<_>>(), &roots, lang)
}

type Nested = (Vec<Reason>, Vec<Vec<Below>>, BTreeMap<usize, Vec<usize>>, Vec<usize>);

/// The steps in the order of the lines, what is below each, where the parts begin, and which steps begin no part that others refer to.
fn nested(lines: Vec<Line>) -> Nested {
    let (mut steps, mut below): (Vec<Reason>, Vec<Vec<Below>>) = Default::default();
    let (mut parts, mut roots) = (BTreeMap::<usize, Vec<usize>>::new(), Vec::new());
    // By depth, the last step.
    let mut open: Vec<usize> = Vec::new();
    for Line { text, shown, .. } in lines {
        match shown {
            Shown::Not => {}
            Shown::Note(depth) => {
                if let (Some(step), Some(text)) = (open.get(depth), text) {
                    steps[*step].notes.push(bare(text));
                }
            }
            Shown::See { depth, part } => {
                if let Some(step) = open.get(depth) {
                    below[*step].push(Below::Part(part));
                }
            }
            Shown::Step(Mark { depth, part, kind, said, note, about }) => {
                open.truncate(depth);
                match (open.last(), part) {
                    (Some(above), _) => below[*above].push(Below::Step(steps.len())),
                    (None, Some(part)) if part > 0 => parts.entry(part).or_default().push(steps.len()),
                    (None, _) => {
                        parts.entry(0).or_default().push(steps.len());
                        roots.push(steps.len());
                    }
                }
                open.push(steps.len());
                steps.push(Reason {
                    kind,
                    said: bare(said),
                    notes: note.map(bare).into_iter().collect(),
                    about,
                    below: Vec::new(),
                });
                below.push(Vec::new());
            }
        }
    }
    (steps, below, parts, roots)
}

/// The steps behind those below them. A step that would rest on itself is a note.
fn ordered(mut steps: Vec<Reason>, below: &[Vec<usize>], roots: &[usize], lang: Lang) -> Reasons {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Above,
        Done(usize),
    }
    let mut states = vec![State::New; steps.len()];
    let mut ordered = Vec::new();
    for root in roots {
        // Each with the place in what is below it that comes next.
        let mut way = vec![(*root, 0)];
        states[*root] = State::Above;
        while let Some((step, next)) = way.last_mut() {
            let Some(child) = below[*step].get(*next).copied() else {
                let mut done = std::mem::replace(&mut steps[*step], nothing());
                done.below = below[*step]
                    .iter()
                    .filter_map(|child| match states[*child] {
                        State::Done(place) => Some(place),
                        State::New | State::Above => None,
                    })
                    .collect();
                states[*step] = State::Done(ordered.len());
                ordered.push(done);
                way.pop();
                continue;
            };
            *next += 1;
            match states[child] {
                State::New => {
                    states[child] = State::Above;
                    way.push((child, 0));
                }
                State::Above => {
                    let note = ITSELF.get(lang).to_string();
                    steps[*step].notes.push(note);
                }
                State::Done(_) => {}
            }
        }
    }
    let place = |root: &usize| match states[*root] {
        State::Done(place) => Some(place),
        State::New | State::Above => None,
    };
    Reasons { answers: roots.iter().filter_map(place).collect(), steps: ordered }
}

fn nothing() -> Reason {
    Reason { kind: ReasonKind::Lacking, said: String::new(), notes: Vec::new(), about: About::Words, below: Vec::new() }
}

/// Without what only lines of a fixed width need.
fn bare(text: String) -> String {
    if text.contains(GLUE) { text.replace(GLUE, "") } else { text }
}
