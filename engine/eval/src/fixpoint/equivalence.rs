//! `eqrel`: what a relation's pairs imply.

use program::checked::RelId;
use values::Code;

use super::classes::Classes;
use super::guard::{End, Guard};
use super::too_many_rows;
use crate::relation::{Implied, Segment};
use crate::{Halt, Model, Relation};

/// A relation whose implied pairs become rows at the end of each round, because its own stratum reads them.
#[derive(Debug)]
pub(super) struct Closing {
    pub(super) relation: RelId,
    classes: Classes,
    /// By representative: the members of its class.
    members: Vec<Vec<Code>>,
    /// Rows below this one are closed.
    closed: u32,
}

/// Pairs between two looks at limits and wishes to stop.
const LOOK_EVERY: u32 = 1 << 16;

impl Closing {
    pub(super) fn new(relation: RelId) -> Closing {
        Closing { relation, classes: Classes::default(), members: Vec::new(), closed: 0 }
    }

    /// Appends the pairs that the rows since the last call imply.
    pub(super) fn close(
        &mut self,
        model: &mut Model<'_>,
        round: u32,
        guard: &mut Guard<'_>,
    ) -> Result<Option<End>, Halt> {
        let relation = &mut model.relations[self.relation.0 as usize];
        let first = relation.len();
        if self.closed == first {
            return Ok(None);
        }
        relation.ensure_membership();
        let end = self.add(relation, first, guard);
        relation.end_segment(first, round, Segment::CLOSURE);
        self.closed = relation.len();
        guard.added(u64::from(self.closed - first));
        match end {
            Some(end) => Ok(end),
            None => Err(too_many_rows(model, self.relation).into()),
        }
    }

    /// `None` where row numbers are exhausted.
    fn add(&mut self, relation: &mut Relation, first: u32, guard: &Guard<'_>) -> Option<Option<End>> {
        let mut looked = first;
        for row in self.closed..first {
            let pair = [0, 1].map(|column| relation.rows().columns[column][row as usize]);
            let [a, b] = pair.map(|code| {
                let (number, new) = self.classes.member(code);
                if new {
                    self.members.push(vec![code]);
                }
                (number, new.then_some(code))
            });
            for code in [a.1, b.1].into_iter().flatten() {
                relation.insert(&[code, code])?;
            }
            let [a, b] = [a.0, b.0].map(|number| self.classes.representative(number));
            let Some((kept, gone)) = self.classes.join(a, b) else { continue };
            let gone = std::mem::take(&mut self.members[gone as usize]);
            for x in &gone {
                for y in &self.members[kept as usize] {
                    relation.insert(&[*x, *y])?;
                    relation.insert(&[*y, *x])?;
                }
                if relation.len() - looked > LOOK_EVERY {
                    looked = relation.len();
                    let end = guard.look(u64::from(looked - first));
                    if end.is_some() {
                        return Some(end);
                    }
                }
            }
            self.members[kept as usize].extend(gone);
        }
        Some(None)
    }
}

/// Fills the hidden relation of the classes that the rows of a finished relation make.
pub(super) fn classify(model: &mut Model<'_>, relation: RelId, hidden: RelId) {
    let mut classes = Classes::default();
    let rows = model.relation(relation).rows();
    for (a, b) in rows.columns[0].iter().zip(&rows.columns[1]) {
        let [a, b] = [*a, *b].map(|code| classes.member(code).0);
        let (a, b) = (classes.representative(a), classes.representative(b));
        classes.join(a, b);
    }
    let pairs = classes.pairs();
    model.relations[hidden.0 as usize].fill(classes.all());
    model.relations[relation.0 as usize].imply(Implied { classes: hidden, pairs });
}
