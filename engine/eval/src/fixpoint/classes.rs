//! Classes of an equivalence.

use hashbrown::HashMap;
use values::Code;

/// Members, each with its class: the least equivalence over the pairs joined so far.
#[derive(Debug, Default)]
pub(super) struct Classes {
    numbers: HashMap<Code, u32, foldhash::fast::FixedState>,
    /// Members in the order in which they came.
    members: Vec<Code>,
    /// By member: another one of its class, nearer to the representative; the representative's own number.
    toward: Vec<u32>,
    /// By representative: how many members its class has.
    sizes: Vec<u32>,
}

impl Classes {
    /// The number of a member, and whether it is new.
    pub(super) fn member(&mut self, code: Code) -> (u32, bool) {
        let next = self.members.len() as u32;
        let number = *self.numbers.entry(code).or_insert(next);
        if number == next {
            self.members.push(code);
            self.toward.push(number);
            self.sizes.push(1);
        }
        (number, number == next)
    }

    /// The representative of a member's class.
    pub(super) fn representative(&mut self, mut number: u32) -> u32 {
        while self.toward[number as usize] != number {
            // Every second step is skipped next time.
            let next = self.toward[self.toward[number as usize] as usize];
            self.toward[number as usize] = next;
            number = next;
        }
        number
    }

    /// Joins the classes of two representatives: the one of the larger class, which is kept, and the other one. `None` where they are
    /// one class already.
    pub(super) fn join(&mut self, a: u32, b: u32) -> Option<(u32, u32)> {
        if a == b {
            return None;
        }
        let (kept, gone) = if self.sizes[a as usize] >= self.sizes[b as usize] { (a, b) } else { (b, a) };
        self.toward[gone as usize] = kept;
        self.sizes[kept as usize] += self.sizes[gone as usize];
        Some((kept, gone))
    }

    /// All members with the representatives of their classes.
    pub(super) fn all(mut self) -> [Vec<Code>; 2] {
        let members = 0..self.members.len() as u32;
        let of = members.map(|number| self.representative(number)).collect::<Vec<_>>();
        let representatives = of.into_iter().map(|number| self.members[number as usize]).collect();
        [self.members, representatives]
    }

    /// How many pairs there are.
    pub(super) fn pairs(&self) -> u64 {
        let representatives = self.toward.iter().zip(0u32..).filter(|(toward, number)| **toward == *number);
        representatives.map(|(_, number)| u64::from(self.sizes[number as usize]).pow(2)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pairs: &[(Code, Code)]) -> Classes {
        let mut classes = Classes::default();
        for (a, b) in pairs {
            let ((a, _), (b, _)) = (classes.member(*a), classes.member(*b));
            let (a, b) = (classes.representative(a), classes.representative(b));
            classes.join(a, b);
        }
        classes
    }

    #[test]
    fn members_of_a_class_have_one_representative() {
        let classes = joined(&[(1, 2), (3, 4), (5, 5), (4, 2), (2, 1)]);
        assert_eq!(classes.pairs(), 17);
        let [members, representatives] = classes.all();
        assert_eq!(members, [1, 2, 3, 4, 5]);
        assert_eq!(representatives[..4], [representatives[0]; 4]);
        assert_eq!(representatives[4], 5);
    }

    #[test]
    fn a_long_chain_is_one_class() {
        let pairs = (0..100_000).rev().map(|n| (n, n + 1)).collect::<Vec<_>>();
        let classes = joined(&pairs);
        assert_eq!(classes.pairs(), 100_001 * 100_001);
        let [_, representatives] = classes.all();
        assert!(representatives.iter().all(|other| *other == representatives[0]));
    }
}
