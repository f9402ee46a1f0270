//! Invented inspections and licence terms in the shape of the City of Chicago's tables.

use crate::day::{Day, day};
use crate::random::Random;
use crate::table::Table;
use crate::truth::{ENGLISH, Truth, truth_file};

mod cases;

/// One premises: its terms and its inspections.
struct Premises {
    facility: &'static str,
    address: String,
    terms: Vec<Term>,
    inspections: Vec<Inspection>,
    kind: &'static str,
}

struct Term {
    /// Licence numbers of a premises are told apart by this digit.
    number: i64,
    /// As written in the licence table, where it differs from the inspection's.
    address: Option<String>,
    application: &'static str,
    start: Day,
    end: Day,
    last_end: Day,
}

struct Inspection {
    number: i64,
    day: Day,
    uncovered: bool,
    no_row: bool,
    lapsed: bool,
}

/// The files of the data set, in name order.
pub(crate) fn files() -> Vec<(&'static str, String)> {
    let mut random = Random::new(60_601);
    let mut all = cases::planted(&mut random);
    all.extend((0..140).map(|_| cases::ordinary(&mut random)));
    random.shuffle(&mut all);

    let mut inspections = Table::new(&[
        "inspection_id",
        "license_number",
        "dba_name",
        "facility_type",
        "risk",
        "address",
        "zip",
        "inspection_date",
        "inspection_type",
        "results",
        "critical_count",
        "serious_count",
        "minor_count",
    ]);
    let mut terms = Table::new(&[
        "term_id",
        "license_number",
        "dba_name",
        "address",
        "zip",
        "ward",
        "license_code",
        "license_description",
        "business_activity",
        "application_type",
        "term_start",
        "term_expiration",
        "status",
        "license_first_start",
        "license_last_expiration",
    ]);
    let mut truths = Vec::new();
    let mut inspected = 900_000;
    for (place, premises) in all.iter().enumerate() {
        let name = name(&mut random);
        let zip = 60_601 + random.between(0, 59);
        for inspection in &premises.inspections {
            inspected += 1;
            let number = number(place, inspection.number);
            add_inspection(&mut inspections, premises, inspection, (inspected, number, &name, zip), &mut random);
            add_truths(&mut truths, premises.kind, inspection, inspected, number);
        }
        for term in &premises.terms {
            add_term(&mut terms, premises, term, (number(place, term.number), &name, zip), &mut random);
        }
    }
    vec![
        ("inspections.csv", inspections.finish()),
        ("license_terms.csv", terms.finish()),
        ("truth.csv", truth_file(&ENGLISH, truths)),
    ]
}

fn number(place: usize, digit: i64) -> i64 {
    3_000_000 + place as i64 * 10 + digit
}

fn add_inspection(
    table: &mut Table,
    premises: &Premises,
    inspection: &Inspection,
    (id, number, name, zip): (i64, i64, &str, i64),
    random: &mut Random,
) {
    table.row(&[
        &id,
        &number,
        &name,
        &premises.facility,
        &random.pick(&["Risk 1 (High)", "Risk 2 (Medium)", "Risk 3 (Low)"]),
        &premises.address,
        &zip,
        &inspection.day,
        &"Canvass",
        &random.pick(&["Pass", "Pass", "Pass w/ Conditions", "Fail"]),
        &random.between(0, 1),
        &random.between(0, 2),
        &random.between(0, 8),
    ]);
}

fn add_term(
    table: &mut Table,
    premises: &Premises,
    term: &Term,
    (number, name, zip): (i64, &str, i64),
    random: &mut Random,
) {
    let address = term.address.as_ref().unwrap_or(&premises.address);
    let same_number = premises.terms.iter().filter(|other| other.number == term.number);
    let first_start = same_number.map(|other| other.start).min().unwrap_or(term.start);
    table.row(&[
        &format!("{number}-{}", term.start.to_string().replace('-', "")),
        &number,
        &name,
        address,
        &zip,
        &random.between(1, 50),
        &1006,
        &"Retail Food Establishment",
        &random.pick(&["Retail Sales of Perishable Foods", "Preparation of Food and Dining on Premise", ""]),
        &term.application,
        &term.start,
        &term.end,
        &"AAI",
        &first_start,
        &term.last_end,
    ]);
}

/// Clues and questions are listed whenever they hold; what must not hold is listed for planted cases.
fn add_truths(truths: &mut Vec<Truth>, kind: &'static str, inspection: &Inspection, id: i64, number: i64) {
    let expected = [("uncovered", inspection.uncovered), ("no_row", inspection.no_row), ("lapsed", inspection.lapsed)];
    for (relation, holds) in expected {
        if holds || !kind.is_empty() {
            truths.push(Truth { relation, arguments: vec![id.to_string(), number.to_string()], holds, kind });
        }
    }
}

fn name(random: &mut Random) -> String {
    let one = random.pick(&["BLUE LANTERN", "CORNER", "MAPLE", "SIX STEPS", "OLD MILL", "PAPER CRANE", "NORTH STAR"]);
    let two = random.pick(&["CAFE", "GRILL", "KITCHEN", "MARKET", "BAKERY", "DINER, INC", "TAQUERIA", "PIZZA"]);
    format!("{one} {two}")
}

/// The first day of the invented records' middle year.
const MID: Day = day(2013, 6, 1);
