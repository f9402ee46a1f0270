//! `eqrel`: everything that pairs imply.

use std::collections::BTreeMap;

use crate::interner::Code;
use crate::rows::{Row, row};

/// The reflexive, symmetric and transitive closure of `pairs`; `None` where it has more than `limit` pairs.
pub fn closure<const W: usize>(pairs: impl Iterator<Item = Row<W>>, limit: usize) -> Option<Vec<Row<W>>> {
    let mut classes = Classes::default();
    pairs.for_each(|pair| classes.join(pair[0], pair[1]));
    let members = classes.members();
    let size = members.iter().map(|class| class.len().saturating_mul(class.len())).fold(0, usize::saturating_add);
    if size > limit {
        return None;
    }
    let pairs = members.iter().flat_map(|class| class.iter().flat_map(|a| class.iter().map(|b| row([*a, *b]))));
    Some(pairs.collect())
}

/// Each value with another one of its class, or itself where it stands for the class.
#[derive(Default)]
struct Classes(BTreeMap<Code, Code>);

impl Classes {
    fn join(&mut self, a: Code, b: Code) {
        let (a, b) = (self.root(a), self.root(b));
        self.0.insert(a.max(b), a.min(b));
    }

    fn root(&mut self, code: Code) -> Code {
        let mut at = code;
        loop {
            let next = *self.0.entry(at).or_insert(at);
            if next == at {
                break;
            }
            at = next;
        }
        self.0.insert(code, at);
        at
    }

    fn members(mut self) -> Vec<Vec<Code>> {
        let mut classes: BTreeMap<Code, Vec<Code>> = BTreeMap::new();
        for code in self.0.keys().copied().collect::<Vec<_>>() {
            classes.entry(self.root(code)).or_default().push(code);
        }
        classes.into_values().collect()
    }
}
