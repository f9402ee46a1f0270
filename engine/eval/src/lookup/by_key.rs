//! Many questions of one kind: rows of a relation by the same columns.

use program::checked::RelId;
use values::Code;

use super::{Access, Lookup};

/// The rows of one relation by some of its columns: what [`Lookup::rows`] finds, with all that is the same for every key found out once.
pub struct ByKey<'l> {
    lookup: &'l Lookup<'l>,
    relation: RelId,
    columns: Vec<usize>,
    /// Where the columns are some and not all, and rows are all there is to the relation.
    access: Option<Access<'l>>,
}

impl<'m> Lookup<'m> {
    /// The way to rows by `columns`, which ascend.
    pub fn by_key<'l>(&'l self, relation: RelId, columns: &[usize]) -> ByKey<'l> {
        let table = self.relation(relation);
        let some = !columns.is_empty() && columns.len() < table.rows().columns.len();
        let access = (some && table.implied().is_none()).then(|| self.access(relation, columns));
        ByKey { lookup: self, relation, columns: columns.to_vec(), access }
    }
}

impl ByKey<'_> {
    /// The relation.
    pub fn relation(&self) -> RelId {
        self.relation
    }

    /// Puts the rows that hold `key` and hold in the end in the place of those in `out`, ascending; implied ones in output order.
    pub fn rows(&self, key: &[Code], out: &mut Vec<u32>) {
        out.clear();
        let table = self.lookup.relation(self.relation);
        let range = 0..table.len();
        match &self.access {
            Some(access) => {
                access.rows(key, &range, out);
                if table.erased().is_some() {
                    out.retain(|row| table.holds(*row));
                }
            }
            None => out.extend(self.lookup.rows(self.relation, &self.columns, key, range)),
        }
    }

    /// Whether some row that holds in the end holds `key`.
    pub fn exists(&self, key: &[Code]) -> bool {
        let table = self.lookup.relation(self.relation);
        let end = table.len();
        let counted = self.access.as_ref().filter(|_| table.erased().is_none());
        match counted.and_then(|access| access.hits(key, &(0..end))) {
            Some(hits) => hits > 0,
            None => self.lookup.exists(self.relation, &self.columns, key, end),
        }
    }
}
