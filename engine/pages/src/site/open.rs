//! Candidates that wait for a finding or for data, with what to ask whom.

use diagnostics::Text;
use program::checked::ModelId;
use proof::{ModelOutcomes, Standing, open_clue};
use values::Value;

use super::Report;
use super::frame::{framed, paging};
use super::index::in_each;
use crate::html::{both, escape};

/// Candidates on one page.
const CANDIDATES_MAX: usize = 100;

const HEADING: Text = Text { en: "What to ask", zh: "待查事项" };
const CONDITIONAL: Text = Text {
    en: "{model}: {count} conditional; each is a clue if the findings are made",
    zh: "{model}：待认定 {count} 个，作出下列认定后构成线索",
};
const UNDETERMINED: Text = Text {
    en: "{model}: {count} undetermined; what is missing decides",
    zh: "{model}：无法判断 {count} 个，取决于下列待查事项",
};

/// Candidates of one model and standing.
struct Group<'r> {
    outcomes: &'r ModelOutcomes,
    standing: Standing,
    first: usize,
    candidates: Vec<&'r [Value]>,
}

fn groups<'r>(report: &'r Report<'_>) -> Vec<Group<'r>> {
    let mut groups = Vec::new();
    let mut first = 0;
    for outcomes in report.outcomes {
        for standing in [Standing::Conditional, Standing::Undetermined] {
            let fitting = outcomes.candidates.iter().filter(|(_, found)| *found == standing);
            let candidates = fitting.map(|(values, _)| values.as_slice()).collect::<Vec<_>>();
            if !candidates.is_empty() {
                first += candidates.len();
                groups.push(Group { outcomes, standing, first: first - candidates.len(), candidates });
            }
        }
    }
    groups
}

/// How many pages `open-N.html` there are.
pub fn open_pages(report: &Report<'_>) -> usize {
    let is_open = |standing: &Standing| matches!(standing, Standing::Conditional | Standing::Undetermined);
    let candidates = report.outcomes.iter().flat_map(|outcomes| &outcomes.candidates);
    candidates.filter(|(_, standing)| is_open(standing)).count().div_ceil(CANDIDATES_MAX)
}

/// Where the candidates of a model that stand so are listed first.
pub(super) fn first_page(report: &Report<'_>, model: ModelId, standing: Standing) -> Option<String> {
    let groups = groups(report);
    let place = groups.iter().position(|group| group.outcomes.model == model && group.standing == standing)?;
    Some(format!("open-{}.html#g{place}", groups[place].first / CANDIDATES_MAX + 1))
}

/// `open-N.html`, from 1 on.
pub fn open(report: &Report<'_>, page: usize) -> String {
    let (from, to) = ((page - 1) * CANDIDATES_MAX, page * CANDIDATES_MAX);
    let paging = paging("open", page, open_pages(report));
    let mut main = paging.clone();
    for (number, group) in groups(report).iter().enumerate() {
        let (start, end) = (group.first.max(from), (group.first + group.candidates.len()).min(to));
        if start >= end {
            continue;
        }
        let text = if group.standing == Standing::Conditional { CONDITIONAL } else { UNDETERMINED };
        let declared = report.written.model(group.outcomes.model);
        let values = [("model", declared.title.as_str()), ("count", &group.candidates.len().to_string())];
        main += &format!("<section><h2 id=\"g{number}\">{}</h2>\n", both(text, &values));
        for candidate in &group.candidates[start - group.first..end - group.first] {
            main += &one(report, group, candidate);
        }
        main += "</section>\n";
    }
    framed(report, &both(HEADING, &[]), &(main + &paging))
}

/// A candidate with its open points.
fn one(report: &Report<'_>, group: &Group<'_>, candidate: &[Value]) -> String {
    let written = report.written;
    let shown = written.model(group.outcomes.model).candidate.as_ref().map(|asked| {
        let mut pattern = vec![None; written.relation(asked.relation).columns.len()];
        for (at, value) in asked.columns.iter().zip(candidate) {
            pattern[*at] = Some(value.clone());
        }
        escape(&prose::pattern(asked.relation, &pattern, written))
    });
    let open = open_clue(report.model, written, group.outcomes, candidate, group.standing);
    let points = open.iter().flat_map(|open| &open.case.points).map(|point| {
        let lines = |at: usize| in_each(|lang| prose::point_lines(point, written, lang).into_iter().nth(at).unwrap_or_default());
        let count = prose::point_lines(point, written, report.lang).len();
        let rest = (1..count).map(|at| format!("<br><span class=\"soft\">{}</span>", lines(at))).collect::<String>();
        format!("<li>{}{rest}</li>\n", lines(0))
    });
    let points = points.collect::<String>();
    format!("<article class=\"open\"><h3>{}</h3>\n<ol>{points}</ol></article>\n", shown.unwrap_or_default())
}
