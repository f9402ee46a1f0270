//! Reads the benchmark inputs for the peers, and reports their times and counts.

mod report;
mod symbols;
mod workloads;

pub use report::Run;
pub use symbols::Symbols;
pub use workloads::run_one;

use std::fs;
use std::path::Path;

/// Every record of a tab-separated file of numbers, `N` a line.
///
/// # Panics
/// The file is missing or holds something else: the generator made it, so nothing can be done about it here.
pub fn numbers<const N: usize>(folder: &Path, name: &str) -> Vec<[u32; N]> {
    let text = fs::read_to_string(folder.join(format!("{name}.facts"))).expect("the input file");
    text.lines().map(|line| cells(line, '\t').map(|cell| cell.parse().expect("a number"))).collect()
}

/// Hands the cells of every record of `NAME.csv` to a function; the header and cells after the `N`th are left out.
///
/// # Panics
/// The file is missing or has too few columns.
pub fn each_record<const N: usize>(folder: &Path, name: &str, mut take: impl FnMut([&str; N])) {
    let text = fs::read_to_string(folder.join(format!("{name}.csv"))).expect("the input file");
    text.lines().skip(1).for_each(|line| take(cells(line, ',')));
}

/// An amount with two places, in cents.
///
/// # Panics
/// The text is no such amount.
pub fn cents(text: &str) -> u64 {
    let (whole, part) = text.split_once('.').expect("an amount with two places");
    whole.parse::<u64>().expect("a number") * 100 + part.parse::<u64>().expect("a number")
}

/// The number of a day, counted as in Howard Hinnant's `days_from_civil`.
///
/// # Panics
/// The text is no date.
pub fn day(text: &str) -> i32 {
    let [year, month, day] = cells(text, '-').map(|part| part.parse::<i32>().expect("a number"));
    let year = if month > 2 { year } else { year - 1 };
    let century = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year.div_euclid(400) * 146_097 + century * 365 + century / 4 - century / 100 + day_of_year
}

fn cells<const N: usize>(line: &str, delimiter: char) -> [&str; N] {
    let mut cells = line.split(delimiter);
    std::array::from_fn(|_| cells.next().expect("a cell for every column"))
}
