//! Planted and ordinary premises.

use super::{Inspection, MID, Premises, Term};
use crate::day::{Day, day};
use crate::random::Random;

/// What is expected of an inspection.
#[derive(Clone, Copy)]
enum Answer {
    Covered,
    Uncovered,
    NoRow,
    Lapsed,
}

use Answer::{Covered, Lapsed, NoRow, Uncovered};

/// Several of each kind at different addresses.
pub(super) fn planted(random: &mut Random) -> Vec<Premises> {
    let mut all = Vec::new();
    for _ in 0..3 {
        all.extend(edges(random));
        all.extend(same_address(random));
        all.extend(other_kinds(random));
    }
    all
}

/// First and last days, and the grace before a first term.
fn edges(random: &mut Random) -> Vec<Premises> {
    let (start, end) = (MID, MID + 730);
    let renewed = || vec![term(1, "RENEW", start, end)];
    let issued = || vec![term(1, "ISSUE", start, end)];
    vec![
        premises("first day of the term", random, renewed(), &[(start, Covered)]),
        premises("last day of the term", random, renewed(), &[(end, Covered)]),
        premises("day after the term", random, renewed(), &[(end + 1, Lapsed)]),
        premises("day before a renewal: no grace", random, renewed(), &[(start - 1, Uncovered)]),
        premises("365 days before the first term", random, issued(), &[(start - 365, Covered)]),
        premises("366 days before the first term", random, issued(), &[(start - 366, Uncovered)]),
        premises(
            "between two terms",
            random,
            vec![term(1, "RENEW", start, end), term(1, "RENEW", end + 60, end + 790)],
            &[(end, Covered), (end + 30, Uncovered), (end + 60, Covered)],
        ),
        premises(
            "leap day at the end",
            random,
            vec![term(1, "RENEW", day(2010, 3, 1), day(2012, 2, 29))],
            &[(day(2012, 2, 29), Covered), (day(2012, 3, 1), Lapsed)],
        ),
    ]
}

/// Lapsed, unless another number covers the day at the same address.
fn same_address(random: &mut Random) -> Vec<Premises> {
    let (start, end) = (MID - 730, MID);
    let seen = [(end + 90, Uncovered)];
    let mut all = Vec::new();
    for (kind, change) in [
        ("new number at the same address", as_written as fn(&str) -> String),
        ("same address in lower case", str::to_lowercase),
        ("same address with a unit number", with_unit),
        ("same address with a dot and more blanks", with_dot),
    ] {
        let mut case = premises(kind, random, vec![term(1, "RENEW", start, end)], &seen);
        case.terms.push(Term { address: Some(change(&case.address)), ..term(2, "ISSUE", end + 30, end + 760) });
        all.push(case);
    }
    let mut opening =
        premises("new number inspected before it begins", random, vec![term(1, "RENEW", start, end)], &seen);
    opening.terms.push(term(2, "ISSUE", end + 190, end + 920));
    all.push(opening);
    let elsewhere = Term { address: Some("1 E ELSEWHERE CT".to_owned()), ..term(2, "RENEW", end + 1, end + 730) };
    let ended = term(2, "RENEW", start, end + 89);
    let lapsed = [(end + 90, Lapsed)];
    all.push(premises("new number at another address", random, vec![term(1, "RENEW", start, end), elsewhere], &lapsed));
    all.push(premises(
        "other number at the address ended too",
        random,
        vec![term(1, "RENEW", start, end), ended],
        &lapsed,
    ));
    all
}

fn other_kinds(random: &mut Random) -> Vec<Premises> {
    let (start, end) = (MID - 730, MID);
    let renewed_later = Term { last_end: end + 730, ..term(1, "RENEW", start, end) };
    let mut school = premises("school: no retail licence needed", random, Vec::new(), &[(end, Covered)]);
    school.facility = "School";
    vec![
        premises("lapsed", random, vec![term(1, "RENEW", start, end)], &[(end, Covered), (end + 200, Lapsed)]),
        premises(
            "lapsed after two terms",
            random,
            vec![term(1, "ISSUE", start - 730, start - 1), term(1, "RENEW", start, end)],
            &[(end + 15, Lapsed), (end + 400, Lapsed)],
        ),
        premises("renewed in the full register", random, vec![renewed_later], &[(end + 30, Uncovered)]),
        premises("number without a row", random, Vec::new(), &[(end, NoRow), (end + 300, NoRow)]),
        school,
    ]
}

/// A premises always covered.
pub(super) fn ordinary(random: &mut Random) -> Premises {
    let start = day(2011, 1, 15) + random.between(0, 700);
    let first = random.pick(&["ISSUE", "RENEW", "RENEW", "C_LOC"]);
    let terms = vec![term(1, first, start, start + 729), term(1, "RENEW", start + 730, start + 1_459)];
    let days: Vec<(Day, Answer)> =
        (0..random.between(1, 3)).map(|_| (start + random.between(0, 1_459), Covered)).collect();
    premises("", random, terms, &days)
}

fn premises(kind: &'static str, random: &mut Random, mut terms: Vec<Term>, seen: &[(Day, Answer)]) -> Premises {
    let last_end = terms.iter().filter(|term| term.number == 1).map(|term| term.last_end).max();
    for term in terms.iter_mut().filter(|term| term.number == 1) {
        term.last_end = last_end.unwrap_or(term.last_end);
    }
    let street = random.pick(&["LARCH", "HOLLOW", "GRANITE", "HERON", "QUARRY", "SUNDIAL", "TANNER", "WILLET"]);
    let side = random.pick(&["N", "S", "E", "W"]);
    let tail = random.pick(&["ST", "AVE", "BLVD"]);
    Premises {
        facility: random.pick(&["Restaurant", "Restaurant", "Restaurant", "Grocery Store", "Bakery"]),
        address: format!("{} {side} {street} {tail}", random.between(100, 99_999)),
        terms,
        inspections: seen.iter().map(|&(day, answer)| inspection(day, answer)).collect(),
        kind,
    }
}

fn inspection(day: Day, answer: Answer) -> Inspection {
    Inspection {
        number: 1,
        day,
        uncovered: !matches!(answer, Covered),
        no_row: matches!(answer, NoRow),
        lapsed: matches!(answer, Lapsed),
    }
}

fn term(number: i64, application: &'static str, start: Day, end: Day) -> Term {
    Term { number, address: None, application, start, end, last_end: end }
}

fn as_written(address: &str) -> String {
    address.to_owned()
}

fn with_unit(address: &str) -> String {
    format!("{address} 2ND FL, UNIT B")
}

/// "123 N LARCH ST" as "123  N. LARCH ST".
fn with_dot(address: &str) -> String {
    let (house, rest) = address.split_once(' ').unwrap_or((address, ""));
    let (side, street) = rest.split_once(' ').unwrap_or((rest, ""));
    format!("{house}  {side}. {street}")
}
