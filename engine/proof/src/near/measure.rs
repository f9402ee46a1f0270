//! The distance of many values of a column from one.

use values::{Code, Dictionary, Primitive, Value};

use crate::Distance;
use crate::distance::Text;

/// Pairs of characters that are compared: about half a second.
const CELLS_MAX: usize = 100_000_000;

/// Measures values of a column.
pub(super) struct Measure<'m> {
    value: &'m Value,
    dictionary: &'m Dictionary,
    primitive: Primitive,
    text: Option<Text<'m>>,
    cells: usize,
    /// The value measured last: neighbouring rows often agree.
    last: Option<(Code, Option<(u128, bool)>)>,
}

impl<'m> Measure<'m> {
    pub(super) fn new(value: &'m Value, dictionary: &'m Dictionary) -> Measure<'m> {
        let text = if let Value::Symbol(text) = value { Some(Text::new(text)) } else { None };
        Measure { value, dictionary, primitive: value.primitive(), text, cells: 0, last: None }
    }

    /// True where some texts have not been compared any more.
    pub(super) fn stopped(&self) -> bool {
        self.cells > CELLS_MAX
    }

    /// The distance, if it is at most `bound`.
    pub(super) fn any(&mut self, code: Code, bound: u128) -> Option<u128> {
        self.measured(code, bound).map(|(size, _)| size).filter(|size| *size <= bound)
    }

    /// As [`Measure::any`], of values that have something in common with the one asked for.
    pub(super) fn near(&mut self, code: Code, bound: u128) -> Option<u128> {
        self.measured(code, bound).filter(|(size, is_near)| *size <= bound && *is_near).map(|(size, _)| size)
    }

    fn measured(&mut self, code: Code, bound: u128) -> Option<(u128, bool)> {
        if let Some((last, found)) = self.last
            && last == code
        {
            return found;
        }
        let found = self.measure(code, bound);
        // A bound only ever falls, so what was beyond it stays so.
        self.last = Some((code, found));
        found
    }

    fn measure(&mut self, code: Code, bound: u128) -> Option<(u128, bool)> {
        let Some(wanted) = &self.text else {
            let distance = Distance::between(self.value, &self.dictionary.decode(self.primitive, code));
            return Some((distance.size(), distance != Distance::Other));
        };
        let other = Text::new(self.dictionary.text(code));
        if Distance::Characters(wanted.least(&other)).size() > bound {
            return None;
        }
        let longer = wanted.chars.max(other.chars);
        self.cells += wanted.chars * other.chars;
        if self.cells > CELLS_MAX {
            return None;
        }
        let distance = wanted.distance(&other);
        let is_near = if let Distance::Characters(count) = distance { count * 2 <= longer } else { false };
        Some((distance.size(), is_near))
    }
}
