//! What the planting expects of the rules.

use crate::table::Table;

/// One expectation: whether `relation` has a tuple that begins with `arguments`.
pub(crate) struct Truth {
    pub(crate) relation: &'static str,
    pub(crate) arguments: Vec<String>,
    pub(crate) holds: bool,
    pub(crate) kind: &'static str,
}

/// The words of a truth file in one language.
pub(crate) struct Words {
    pub(crate) header: [&'static str; 6],
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
}

pub(crate) const CHINESE: Words =
    Words { header: ["关系", "参数1", "参数2", "参数3", "应成立", "情形"], yes: "是", no: "否" };

pub(crate) const ENGLISH: Words =
    Words { header: ["relation", "argument1", "argument2", "argument3", "expected", "kind"], yes: "yes", no: "no" };

/// The truth file, ordered by relation, then arguments.
pub(crate) fn truth_file(words: &Words, mut truths: Vec<Truth>) -> String {
    truths.sort_by(|a, b| (a.relation, &a.arguments).cmp(&(b.relation, &b.arguments)));
    let mut table = Table::new(&words.header);
    let blank = String::new();
    for truth in &truths {
        let argument = |n: usize| truth.arguments.get(n).unwrap_or(&blank);
        let holds = if truth.holds { words.yes } else { words.no };
        table.row(&[&truth.relation, argument(0), argument(1), argument(2), &holds, &truth.kind]);
    }
    table.finish()
}
