//! Rules from codes.

use std::collections::BTreeSet;

use super::text::{DERIVED, INPUTS, RELATIONS, completeness};
use super::{Code, Lawful};

/// Which relation of [`DERIVED`] a rule concludes: clues, conflicts and what they rest on more often than not.
const LEVELS: [usize; 16] = [7, 8, 7, 8, 0, 1, 2, 2, 3, 4, 4, 5, 5, 0, 1, 6];

/// The rules' texts.
pub fn rules(lawful: &Lawful) -> String {
    let heads: Vec<usize> = lawful.rules.iter().map(|rule| LEVELS[rule.head[0] as usize % LEVELS.len()]).collect();
    let reads: Vec<BTreeSet<usize>> = lawful.rules.iter().zip(&heads).map(|(rule, head)| reads(rule, *head)).collect();
    let mut text = String::new();
    for (number, rule) in lawful.rules.iter().enumerate() {
        let bases = |relation: usize| bases(relation, &heads, &reads);
        let mut writer = Writer { lawful, rule, level: heads[number], bases: &bases, bound: BTreeSet::new() };
        text.push_str(&writer.rule(number, &heads));
    }
    text
}

/// All relations, those with records first.
fn relation(number: usize) -> (&'static str, &'static str) {
    RELATIONS.get(number).or(DERIVED.get(number.wrapping_sub(RELATIONS.len()))).copied().unwrap_or(RELATIONS[0])
}

/// What a literal reads: a relation below the head's level.
fn target(literal: &[u8; 8], level: usize) -> usize {
    // derived ones more often
    let all = RELATIONS.len() + level;
    let code = literal[1] as usize;
    if code.is_multiple_of(2) && level > 0 { RELATIONS.len() + code / 2 % level } else { code / 2 % all }
}

/// What a rule reads, as far as literals may read it.
fn reads(rule: &Code, level: usize) -> BTreeSet<usize> {
    let of_literals = rule.literals.iter().map(|literal| target(literal, level));
    // what versions of the law read, whichever they are
    let of_versions = if DERIVED[level].0 == "j" { 0..RELATIONS.len() } else { 0..1 };
    of_literals.chain(of_versions).collect()
}

/// Numbers in [`INPUTS`] of what may lie below a relation.
fn bases(of: usize, heads: &[usize], reads: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let (mut seen, mut open) = (BTreeSet::from([of]), vec![of]);
    while let Some(next) = open.pop() {
        let rules = heads.iter().zip(reads).filter(|(head, _)| RELATIONS.len() + **head == next);
        open.extend(rules.flat_map(|(_, reads)| reads).copied().filter(|read| seen.insert(*read)));
    }
    let input = |number: &usize| INPUTS.iter().position(|(name, _)| *name == relation(*number).0);
    seen.iter().filter_map(input).collect()
}

struct Writer<'a> {
    lawful: &'a Lawful,
    rule: &'a Code,
    level: usize,
    bases: &'a dyn Fn(usize) -> BTreeSet<usize>,
    /// Variables with a value.
    bound: BTreeSet<String>,
}

impl Writer<'_> {
    fn rule(&mut self, number: usize, heads: &[usize]) -> String {
        let (name, columns) = DERIVED[self.level];
        let [_, first, second, marks] = self.rule.head;
        let (mut body, mut annotations) = (Vec::new(), Vec::new());
        let lighter = name == "j";
        if lighter {
            body.extend(self.under_two_days(second));
            annotations.push("lighter(t2: [t0, t1], by: x1)".to_owned());
        } else if first.is_multiple_of(3) {
            body.push("dom(x0)".to_owned());
            self.bound.insert("x0".to_owned());
        }
        let mut literals = self.rule.literals.clone();
        // begins with something that is there
        literals.iter_mut().take(1).for_each(|literal| literal[0] %= 5);
        for literal in &literals {
            body.extend(self.positive(literal));
        }
        for literal in &literals {
            body.extend(self.defining(literal));
        }
        let mut rest: Vec<String> = literals.iter().filter_map(|literal| self.other(literal)).collect();
        if body.is_empty() {
            body.push("dom(x0)".to_owned());
            self.bound.insert("x0".to_owned());
        }
        // conditions and negations stand anywhere
        if marks.is_multiple_of(2) {
            rest.append(&mut body);
            body = rest;
        } else {
            body.append(&mut rest);
        }
        annotations.extend(self.marks(name, marks, number, heads, lighter));
        let args: Vec<String> = match lighter {
            true => vec!["x0".to_owned(), "x1".to_owned()],
            false => columns.chars().zip([first, second]).map(|(kind, code)| self.value(kind, code / 3)).collect(),
        };
        let marks: String = annotations.iter().map(|mark| format!("@[{mark}]\n")).collect();
        let exceptions = literals.iter().filter(|literal| literal[0] % 16 == 12);
        let exceptions: String = exceptions.map(|literal| self.absent(literal, " unless ")).collect();
        format!("{marks}{name}({}) :- {}{exceptions}.\n", args.join(", "), body.join(", "))
    }

    /// The days t0 and t1, and results under the law of t2.
    fn under_two_days(&mut self, code: u8) -> Vec<String> {
        self.bound.extend(["x0", "x1", "t0", "t1"].map(str::to_owned));
        let body: &[&str] = match code % 5 {
            0 => &["lim(on: t2, x1)"],
            1 => &["b0(x0, x1)", "b1(x0, t2)"],
            2 => &["lim(on: t2, x1)", "f0(x0, \"y\", _, _, _)"],
            3 => &["e0(x0, x1)", "b1(_, t2)"],
            _ => &["b0(x0, x1)", "t2 > d\"2024-01-04\""],
        };
        ["cs(x0, t0, t1)"].iter().chain(body).map(|part| (*part).to_owned()).collect()
    }

    fn marks(&self, name: &str, code: u8, number: usize, heads: &[usize], lighter: bool) -> Vec<String> {
        let mut marks = Vec::new();
        let day = if lighter { Some("t2") } else { ["t0", "t1"].into_iter().find(|day| self.bound.contains(*day)) };
        match (code / 2 % 5, day) {
            (0, Some(day)) => marks.extend(["norm = n0".to_owned(), format!("in_force_on = {day}")]),
            (1, Some(day)) if !lighter => marks.extend(["norm = n1".to_owned(), format!("in_force_on = {day}")]),
            (2, _) if !lighter => marks.push("norm = n2".to_owned()),
            (3, _) if !lighter => marks.push("norm = n1".to_owned()),
            _ => {}
        }
        if name == "w" {
            marks.push(format!("name = w{number}"));
            let earlier = heads[..number].iter().rposition(|head| DERIVED[*head].0 == "w");
            match (code / 16 % 4, earlier) {
                (0, Some(earlier)) => marks.push(format!("overrides = w{earlier}")),
                (1, Some(earlier)) => marks.push(format!("special_to = w{earlier}")),
                _ => {}
            }
        }
        if name.starts_with('c') {
            marks.push(format!("clue = {}", if code.is_multiple_of(3) { "A" } else { "B" }));
            marks.push("model = m".to_owned());
        }
        marks
    }

    /// A variable that has a value, or a constant.
    fn value(&self, kind: char, code: u8) -> String {
        let letter = match kind {
            'n' => 'x',
            's' => 's',
            _ => 't',
        };
        let known: Vec<&String> = self.bound.iter().filter(|name| name.starts_with(letter)).collect();
        match known.get(code as usize % known.len().max(1)) {
            Some(known) if !code.is_multiple_of(7) => (*known).clone(),
            _ => constant(kind, code),
        }
    }

    /// A positive atom.
    fn positive(&mut self, literal: &[u8; 8]) -> Option<String> {
        if literal[0] % 16 > 5 {
            return None;
        }
        let itself = literal[0] % 16 == 5 && matches!(DERIVED[self.level].0, "p0" | "p1" | "p3");
        let read = if itself { RELATIONS.len() + self.level } else { target(literal, self.level) };
        let (name, columns) = relation(read);
        let mut args = Vec::new();
        for (kind, code) in columns.chars().zip(&literal[2..]) {
            let variable = match kind {
                'n' => ["x0", "x0", "x1", "x1", "x2", "x0"].get(*code as usize % 8),
                's' => ["s0", "s0"].get(*code as usize % 5),
                _ => ["t0", "t1"].get(*code as usize % 3),
            };
            args.push(match variable {
                Some(variable) => {
                    self.bound.insert((*variable).to_owned());
                    (*variable).to_owned()
                }
                None if code.is_multiple_of(2) => "_".to_owned(),
                None => constant(kind, *code),
            });
        }
        // Of whom findings and expected records may be missing is said by another atom.
        let of_whom = Some(&args[0]).filter(|key| matches!(name, "f0" | "e0") && key.starts_with('x'));
        let of_whom = of_whom.map(|key| format!(", dom({key})")).unwrap_or_default();
        Some(format!("{name}({}){of_whom}", args.join(", ")))
    }

    /// A literal that gives a variable a value, or compares with it: an equation, a parameter, an aggregate.
    fn defining(&mut self, literal: &[u8; 8]) -> Option<String> {
        let variable = ["x1", "x2", "x3"][literal[2] as usize % 3];
        let text = match literal[0] % 16 {
            6 => {
                let day = ["t0", "t1"].into_iter().find(|day| self.bound.contains(*day)).unwrap_or("d\"2024-01-02\"");
                format!("lim(on: {day}, {variable})")
            }
            7 => format!("klim({}, {variable})", self.value('n', literal[3])),
            8 if literal[5].is_multiple_of(2) && self.places(literal).is_empty() => {
                let (name, args) = self.negated(literal);
                format!("{variable} = {} but {} when {name}({args})", self.value('n', literal[3]), literal[4] % 4)
            }
            8 => format!("{variable} = {} + {}", self.value('n', literal[3]), literal[4] % 2),
            9 => format!("{variable} = {}", self.aggregate(literal)),
            _ => return None,
        };
        self.bound.insert(variable.to_owned());
        Some(text)
    }

    fn aggregate(&self, literal: &[u8; 8]) -> String {
        let (name, columns) = relation(target(literal, self.level));
        let number = columns.chars().skip(1).position(|kind| kind == 'n').map(|at| at + 1);
        let (op, target) = match (literal[4] % 4, number) {
            (0, Some(at)) => ("sum", Some(at)),
            (1, Some(at)) => ("max", Some(at)),
            _ => ("count", None),
        };
        let args = columns.chars().enumerate().map(|(at, kind)| match (at, kind) {
            (at, _) if Some(at) == target => "y".to_owned(),
            (0, 'n') if !literal[5].is_multiple_of(4) => self.value('n', literal[5]),
            (_, 's') if literal[6].is_multiple_of(3) => "\"y\"".to_owned(),
            _ => "_".to_owned(),
        });
        let atom = format!("{name}({})", args.collect::<Vec<_>>().join(", "));
        format!("{op}{} : {{ {atom} }}", if target.is_some() { " y" } else { "" })
    }

    /// A condition or a negation.
    fn other(&self, literal: &[u8; 8]) -> Option<String> {
        let [kind, _, a, b, c, ..] = *literal;
        Some(match kind % 16 {
            10 | 11 => self.absent(literal, "not "),
            13 => {
                let (name, args) = self.negated(literal);
                format!("!{name}({args})")
            }
            14 => format!("{} {} {}", self.value('n', a), ["<", ">", "!=", "<="][c as usize % 4], self.value('n', b)),
            15 if self.bound.contains("s0") => format!("s0 {} \"y\"", ["=", "!="][c as usize % 2]),
            15 => format!("{} {} {}", self.value('n', a), ["=", ">="][c as usize % 2], constant('n', b)),
            _ => return None,
        })
    }

    fn negated(&self, literal: &[u8; 8]) -> (&'static str, String) {
        let (name, columns) = relation(target(literal, self.level));
        let args = columns.chars().zip(&literal[2..]).map(|(kind, code)| match code % 3 {
            0 => "_".to_owned(),
            _ => self.value(kind, code / 3),
        });
        (name, args.collect::<Vec<_>>().join(", "))
    }

    /// The columns by which relations that the literal's one rests on are complete.
    fn places(&self, literal: &[u8; 8]) -> BTreeSet<&'static str> {
        let bases = (self.bases)(target(literal, self.level));
        bases.iter().filter_map(|base| completeness(self.lawful, *base)).flatten().collect()
    }

    /// `not p(..) within (..)`, with all that it needs to be known.
    fn absent(&self, literal: &[u8; 8], word: &str) -> String {
        let (name, args) = self.negated(literal);
        let parts: Vec<String> = self
            .places(literal)
            .into_iter()
            .map(|column| match column {
                "d" => format!("d: {} .. {}", self.value('d', literal[6]), self.value('d', literal[7])),
                column => format!("{column}: {}", self.value('n', literal[7])),
            })
            .collect();
        let within = if parts.is_empty() { String::new() } else { format!(" within ({})", parts.join(", ")) };
        format!("{word}{name}({args}){within}")
    }
}

fn constant(kind: char, code: u8) -> String {
    match kind {
        'n' => (code % 4).to_string(),
        's' => format!("\"{}\"", ["y", "n"][code as usize % 2]),
        _ => format!("d\"2024-01-{:02}\"", 1 + code % 10),
    }
}
