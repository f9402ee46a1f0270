//! Lists of clues, a few hundred a page.

use diagnostics::Text;
use program::checked::{Grade, RelId};

use super::frame::{framed, paging, table};
use super::{Listed, Report};
use crate::html::{both, escape};
use crate::told::shown;

/// Clues on one page.
const CLUES_MAX: usize = 200;

const HEADING: Text = Text { en: "Clues", zh: "线索" };
const GROUP: Text =
    Text { en: "{relation}, grade {grade}: {count} clue{s}", zh: "{relation}：{grade} 级线索 {count} 条" };
const ID: Text = Text { en: "clue", zh: "线索号" };
const CUT: Text =
    Text { en: "(cut; {count} characters in the record)", zh: "（已截断，原记录共 {count} 字）" };

/// Clues of one relation and grade.
pub(super) struct Group {
    pub number: usize,
    pub relation: RelId,
    pub grade: Grade,
    /// The first of them in the list of all.
    pub first: usize,
    pub count: usize,
}

pub(super) fn groups(report: &Report<'_>) -> Vec<Group> {
    let same = |a: &Listed, b: &Listed| (a.relation, a.grade) == (b.relation, b.grade);
    let mut first = 0;
    let groups = report.clues.chunk_by(same).enumerate().map(|(number, clues)| {
        let Listed { relation, grade, .. } = clues[0];
        first += clues.len();
        Group { number, relation, grade, first: first - clues.len(), count: clues.len() }
    });
    groups.collect()
}

/// The page, from 1, on which the clue with this place in the list stands.
pub(super) fn page_of(place: usize) -> usize {
    place / CLUES_MAX + 1
}

/// How many pages `clues-N.html` there are.
pub fn clue_pages(report: &Report<'_>) -> usize {
    report.clues.len().div_ceil(CLUES_MAX)
}

/// `clues-N.html`, from 1 on.
pub fn clues(report: &Report<'_>, page: usize) -> String {
    let (from, to) = ((page - 1) * CLUES_MAX, (page * CLUES_MAX).min(report.clues.len()));
    let paging = paging("clues", page, clue_pages(report));
    let mut main = paging.clone();
    for group in groups(report) {
        let (start, end) = (group.first.max(from), (group.first + group.count).min(to));
        if start >= end {
            continue;
        }
        let relation = report.written.relation(group.relation);
        let heading = both(
            GROUP,
            &[
                ("relation", &prose::short_name(&relation.name)),
                ("grade", group.grade.name()),
                ("count", &group.count.to_string()),
                ("s", prose::plural(group.count as u64)),
            ],
        );
        let mut heads = vec![both(ID, &[])];
        heads.extend(relation.columns.iter().map(|column| escape(&column.name)));
        let rows = report.clues[start..end].iter().map(row);
        main += &format!(
            "<section><h2 id=\"g{}\">{heading}</h2>\n{}</section>\n",
            group.number,
            table(&heads, rows, usize::MAX)
        );
    }
    framed(report, &both(HEADING, &[]), &(main + &paging))
}

fn row(clue: &Listed) -> Vec<String> {
    let link = format!("<a class=\"id\" href=\"proofs/{0}.html\">{0}</a>", escape(&clue.id));
    std::iter::once(link).chain(clue.args.iter().map(cell)).collect()
}

/// A value as HTML; one that is cut says so.
pub(super) fn cell(value: &values::Value) -> String {
    match shown(value) {
        (text, None) => escape(&text),
        (text, Some(count)) => {
            let note = both(CUT, &[("count", &count.to_string())]);
            format!("{} <em>{note}</em>", escape(&text))
        }
    }
}
