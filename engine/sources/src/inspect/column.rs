//! What is noted of a field while its cells go by.

use program::checked::Conversion;
use values::Primitive;

use super::guess::{Way, is_identity, is_name_of_names, unit, ways};
use super::{Inspected, Remark};

/// Different values that are shown of a field, and characters of each.
const SAMPLES: usize = 3;
const SAMPLE_CHARS: usize = 40;

/// A cell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Seen<'c> {
    /// A text.
    Text(&'c str),
    /// A number or truth of JSON, which only a conversion makes a text.
    Bare(&'c str),
    /// `null` in JSON, or nothing in a table.
    Empty,
    /// A list, or an object that is not taken apart.
    Nested,
    /// No value at all.
    Fault,
}

/// A field.
#[derive(Debug)]
pub(super) struct Noted {
    field: String,
    ways: Vec<Way>,
    identity: bool,
    /// Cells of any kind.
    cells: u64,
    empty: u64,
    nested: u64,
    faults: u64,
    /// A cell of blanks alone, or a number of JSON: what conversions make of them differs from what stands there.
    blanks: bool,
    bare: bool,
    samples: Vec<String>,
}

impl Noted {
    /// A field of this name. `converts`: its cells can be converted, which takes a mapping by name.
    pub(super) fn new(field: &str, converts: bool) -> Self {
        let mut ways = ways(unit(field));
        ways.retain(|way| converts || way.conversions.is_empty());
        Self {
            field: field.to_owned(),
            ways,
            identity: false,
            cells: 0,
            empty: 0,
            nested: 0,
            faults: 0,
            blanks: false,
            bare: false,
            samples: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, cell: Seen<'_>) {
        self.cells += 1;
        let text = match cell {
            Seen::Empty => return self.empty += 1,
            Seen::Nested => return self.nested += 1,
            Seen::Fault => return self.faults += 1,
            Seen::Text(text) | Seen::Bare(text) => text,
        };
        if text.trim().is_empty() {
            self.blanks |= !text.is_empty();
            return self.empty += 1;
        }
        let is_bare = matches!(cell, Seen::Bare(_));
        self.bare |= is_bare;
        // A text says what it is; a bare number is no day, however many digits it has, unless it is converted.
        let is_day = |way: &Way| way.primitive == Primitive::Date && way.conversions.is_empty();
        self.ways.retain(|way| way.reads(text) && !(is_bare && is_day(way)));
        self.identity |= is_identity(text);
        self.sample(text);
    }

    fn sample(&mut self, text: &str) {
        if self.samples.len() == SAMPLES {
            return;
        }
        let sample = match text.char_indices().nth(SAMPLE_CHARS) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        if !self.samples.contains(&sample) {
            self.samples.push(sample);
        }
    }

    /// What there is to say after `rows` records.
    pub(super) fn finish(self, rows: u64) -> Inspected {
        let has_values = self.cells > self.empty + self.nested + self.faults;
        let (way, told) = if has_values { self.way() } else { (None, None) };
        let remark = match &way {
            _ if self.faults > 0 => Some(Remark::Faults(self.faults)),
            _ if self.nested > 0 => Some(Remark::Nested),
            _ if self.cells < rows => Some(Remark::Partial),
            Some(way) if self.empty > 0 => Some(Remark::Empty(way.primitive)),
            _ => told,
        };
        let (primitive, conversions) = match way {
            Some(way) if self.empty == 0 => (way.primitive, way.conversions),
            // A text stays empty through all conversions, but blanks do not.
            Some(way) if !self.blanks && !way.conversions.is_empty() => (Primitive::Symbol, way.conversions),
            _ if self.bare => (Primitive::Symbol, vec![Conversion::Trim]),
            _ => (Primitive::Symbol, Vec::new()),
        };
        let (field, empty, samples) = (self.field, self.empty, self.samples);
        Inspected { field, column: String::new(), primitive, conversions, remark, empty, samples }
    }

    /// The way to read all cells with values; where it is none but as symbols, perhaps why.
    fn way(&self) -> (Option<Way>, Option<Remark>) {
        let is_quantity =
            |way: &Way| matches!(way.primitive, Primitive::Number | Primitive::Decimal | Primitive::Float);
        let is_truth = |way: &Way| way.conversions.last() == Some(&Conversion::YesNo);
        let is_ambiguous = |way: &Way| way.twin().is_some_and(|twin| self.ways.contains(&twin));
        let first = self.ways.iter().find(|way| !is_ambiguous(way));
        let names = self.identity || is_name_of_names(&self.field);
        match first {
            Some(way) if is_quantity(way) && !is_truth(way) && names => (None, Some(Remark::Identity)),
            Some(way) => (Some(way.clone()), None),
            None => (None, self.ways.iter().any(is_ambiguous).then_some(Remark::AmbiguousDay)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(field: &str, cells: &[&str]) -> Inspected {
        let mut noted = Noted::new(field, true);
        cells.iter().for_each(|cell| noted.add(Seen::Text(cell)));
        noted.finish(cells.len() as u64)
    }

    #[test]
    fn why_a_symbol_stays_one() {
        let remark = |field: &str, cells: &[&str]| {
            let found = noted(field, cells);
            (found.primitive, found.remark)
        };
        assert_eq!(remark("a", &["1", ""]), (Primitive::Symbol, Some(Remark::Empty(Primitive::Number))));
        assert_eq!(remark("a", &["007", "12"]), (Primitive::Symbol, Some(Remark::Identity)));
        assert_eq!(remark("电话", &["12", "13"]), (Primitive::Symbol, Some(Remark::Identity)));
        assert_eq!(remark("a", &["1/2/2023", "3/4/2023"]), (Primitive::Symbol, Some(Remark::AmbiguousDay)));
        assert_eq!(remark("a", &["1/2/2023", "13/4/2023"]), (Primitive::Date, None));
        assert_eq!(remark("a", &["", ""]), (Primitive::Symbol, None));
        assert_eq!(remark("是否", &["是", "否"]), (Primitive::Number, None));
    }

    /// An empty cell stays empty through a conversion; one of blanks would be rejected by it.
    #[test]
    fn conversions_of_symbols() {
        assert_eq!(noted("a", &["2023年5月1日", ""]).conversions, [Conversion::Date]);
        assert_eq!(noted("a", &["2023年5月1日", " "]).conversions, []);
    }

    #[test]
    fn samples_are_different_and_short() {
        let long = "租".repeat(41);
        assert_eq!(noted("a", &["x", "x", &long, "y", "z"]).samples, ["x", &("租".repeat(40) + "…"), "y"]);
    }
}
