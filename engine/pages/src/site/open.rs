//! Candidates that wait for a finding or for data, with what to ask whom.

use diagnostics::{Lang, Text};
use program::checked::ModelId;
use proof::{Explainer, ModelOutcomes, Standing, open_clue};
use values::Value;

use super::Report;
use super::clues::cell;
use super::frame::{framed, paging};
use crate::html::{both, escape, escape_with_code, in_both};

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

/// `open-N.html`, from 1 on. `explainer` is one of the report's model.
pub fn open(report: &Report<'_>, explainer: &Explainer<'_>, page: usize) -> String {
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
            main += &one(report, explainer, group, candidate);
        }
        main += "</section>\n";
    }
    framed(report, &both(HEADING, &[]), &(main + &paging))
}

/// A candidate with its open points.
fn one(report: &Report<'_>, explainer: &Explainer<'_>, group: &Group<'_>, candidate: &[Value]) -> String {
    let written = report.written;
    let open = open_clue(explainer, written, group.outcomes, candidate, group.standing);
    let points = open.iter().flat_map(|open| &open.case.points).map(|point| {
        let [en, zh] = [Lang::En, Lang::Zh].map(|lang| prose::point_lines(point, written, lang));
        let lines = en.iter().zip(&zh).map(|(en, zh)| in_both(&escape_with_code(en), &escape_with_code(zh)));
        let lines = lines.enumerate().map(|(at, line)| match at {
            0 => line,
            _ => format!("<br><span class=\"soft\">{line}</span>"),
        });
        format!("<li>{}</li>\n", lines.collect::<String>())
    });
    let (name, points) = (named(report, group, candidate), points.collect::<String>());
    let page = escape(&(report.candidate_id)(group.outcomes.model, candidate));
    format!("<article class=\"open\"><h3><a href=\"open/{page}.html\">{name}</a></h3>\n<ol>{points}</ol></article>\n")
}

/// The relation, then the columns that identify the candidate with its values.
fn named(report: &Report<'_>, group: &Group<'_>, candidate: &[Value]) -> String {
    let Some(asked) = &report.written.model(group.outcomes.model).candidate else { return String::new() };
    let relation = report.written.relation(asked.relation);
    let pair = |(at, value): (&usize, &Value)| format!("{} {}", escape(&relation.columns[*at].name), cell(value));
    let pairs = asked.columns.iter().zip(candidate).map(pair).collect::<Vec<_>>().join(", ");
    format!("{}: {pairs}", escape(&prose::short_name(&relation.name)))
}
