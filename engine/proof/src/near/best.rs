//! The few least of many.

use std::cmp::Ordering;

/// The least `max` items by size; of equal ones the first by an order of their own.
pub(crate) struct Best<T> {
    max: usize,
    items: Vec<(u128, T)>,
}

impl<T> Best<T> {
    pub(crate) fn new(max: usize) -> Best<T> {
        Best { max, items: Vec::new() }
    }

    /// What is larger will not be taken.
    pub(crate) fn bound(&self) -> u128 {
        match self.items.last() {
            Some((size, _)) if self.items.len() == self.max => *size,
            _ => u128::MAX,
        }
    }

    pub(crate) fn take(&mut self, size: u128, item: T, compare: impl Fn(&T, &T) -> Ordering) {
        let is_behind_all = |(known, last): &(u128, T)| {
            self.items.len() == self.max && known.cmp(&size).then_with(|| compare(last, &item)) != Ordering::Greater
        };
        // Of many items most are.
        if self.items.last().is_some_and(is_behind_all) {
            return;
        }
        let is_before =
            |(known, other): &(u128, T)| known.cmp(&size).then_with(|| compare(other, &item)) != Ordering::Greater;
        let at = self.items.partition_point(is_before);
        self.items.insert(at, (size, item));
        self.items.truncate(self.max);
    }

    pub(crate) fn into_items(self) -> impl Iterator<Item = T> {
        self.items.into_iter().map(|(_, item)| item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_are_kept_in_order() {
        let mut best = Best::new(2);
        for (size, item) in [(5, 'e'), (3, 'z'), (3, 'a'), (9, 'b'), (3, 'm')] {
            best.take(size, item, char::cmp);
        }
        assert_eq!(best.bound(), 3);
        assert_eq!(best.into_items().collect::<String>(), "am");
    }
}
