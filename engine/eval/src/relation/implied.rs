//! The pairs that classes stand for.

use std::collections::BTreeMap;

use values::{Code, Dictionary};

use super::Relation;

impl Relation {
    /// Of a relation of members with representatives: all pairs of members of one class, in output order.
    pub(crate) fn pairs_in_order(&self, dictionary: &Dictionary) -> impl Iterator<Item = [Code; 2]> + use<> {
        let columns = &self.rows.columns;
        let mut rows = (0..self.rows.len).collect::<Vec<_>>();
        rows.sort_unstable_by(|a, b| {
            dictionary.compare(self.types[0], columns[0][*a as usize], columns[0][*b as usize])
        });
        let mut numbers = BTreeMap::new();
        let mut classes: Vec<Vec<Code>> = Vec::new();
        let members = rows.into_iter().map(|row| {
            let (member, representative) = (columns[0][row as usize], columns[1][row as usize]);
            let number = *numbers.entry(representative).or_insert(classes.len());
            match classes.get_mut(number) {
                Some(class) => class.push(member),
                None => classes.push(vec![member]),
            }
            (member, number)
        });
        let members = members.collect::<Vec<_>>();
        let mut at = (0, 0);
        std::iter::from_fn(move || {
            let (member, class) = *members.get(at.0)?;
            let pair = [member, classes[class][at.1]];
            at = if at.1 + 1 < classes[class].len() { (at.0, at.1 + 1) } else { (at.0 + 1, 0) };
            Some(pair)
        })
    }
}
