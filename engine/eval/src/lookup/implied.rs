//! Pairs that the rows of an equivalence imply.

use hashbrown::HashMap;
use program::checked::RelId;
use values::Code;

use super::Lookup;
use super::access::lock;

/// Implied pairs that have been met, in the order in which they were.
#[derive(Default)]
pub(super) struct Pairs {
    met: Vec<[Code; 2]>,
    numbers: HashMap<[Code; 2], u32, foldhash::fast::FixedState>,
}

impl<'m> Lookup<'m> {
    /// The tuples that agree with `key` in `columns`, in output order, as rows.
    pub(crate) fn implied_rows<'l>(
        &'l self,
        relation: RelId,
        columns: &[usize],
        key: &[Code],
    ) -> Box<dyn Iterator<Item = u32> + 'l> {
        let number = move |pair| self.row_of(relation, pair);
        match (columns, key) {
            ([_, _], [a, b]) => {
                let together =
                    self.representative(relation, *a).is_some_and(|of| self.representative(relation, *b) == Some(of));
                Box::new(together.then(|| number([*a, *b])).into_iter())
            }
            ([column], [code]) => {
                let (column, code) = (*column, *code);
                let others = self.class(relation, code).into_iter();
                Box::new(others.map(move |other| number(if column == 0 { [code, other] } else { [other, code] })))
            }
            _ => {
                let Some(implied) = self.relation(relation).implied() else { return Box::new(std::iter::empty()) };
                Box::new(self.relation(implied.classes).pairs_in_order(self.dictionary).map(number))
            }
        }
    }

    /// The least tuple that rows imply and that agrees with `key` in `columns`.
    pub fn implied(&self, relation: RelId, columns: &[usize], key: &[Code]) -> Option<Vec<Code>> {
        self.relation(relation).implied()?;
        self.implied_rows(relation, columns, key).next().map(|row| self.tuple(relation, row))
    }

    fn representative(&self, relation: RelId, code: Code) -> Option<Code> {
        let classes = self.relation(relation).implied()?.classes;
        let table = self.relation(classes);
        let rows = self.rows(classes, &[0], &[code], 0..table.len());
        rows.first().map(|row| table.rows().columns[1][*row as usize])
    }

    /// The members of a code's class, in the order of their values.
    fn class(&self, relation: RelId, code: Code) -> Vec<Code> {
        let (Some(implied), Some(of)) = (self.relation(relation).implied(), self.representative(relation, code)) else {
            return Vec::new();
        };
        let table = self.relation(implied.classes);
        let mut rows = self.rows(implied.classes, &[1], &[of], 0..table.len());
        rows.sort_unstable_by(|a, b| table.compare_rows(*a, *b, self.dictionary));
        rows.into_iter().map(|row| table.rows().columns[0][row as usize]).collect()
    }

    /// The row of a pair that holds: its own, or a number of its own.
    fn row_of(&self, relation: RelId, pair: [Code; 2]) -> u32 {
        let table = self.relation(relation);
        table.find(&pair).unwrap_or_else(|| {
            let mut pairs = lock(&self.pairs);
            let Pairs { met, numbers } = pairs.entry(relation).or_default();
            *numbers.entry(pair).or_insert_with(|| {
                met.push(pair);
                table.len() + met.len() as u32 - 1
            })
        })
    }

    pub(super) fn implied_pair(&self, relation: RelId, row: u32) -> [Code; 2] {
        let at = (row - self.relation(relation).len()) as usize;
        lock(&self.pairs)[&relation].met[at]
    }
}
