//! A profile as a page that needs nothing else: no network, no other file.

mod html;

use diagnostics::Lang;
use eval::Sizes;

use self::html::{both, escape, filled};
use super::report::{ClauseCost, Order, RelationCost, Report, StratumCost, ratio, segment_percent, whole};
use crate::amount::{bytes, grouped};

const PAGE: &str = include_str!("page/page.html");
const CLAUSE: &str = include_str!("page/clause.html");
const RELATION: &str = include_str!("page/relation.html");
const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");

/// The page; it opens in this language and holds both.
pub fn html(report: &Report, lang: Lang) -> String {
    let totals = &report.totals;
    let all = totals.loading + totals.evaluating + totals.writing;
    let part = |nanos| format!("{:.2}%", ratio(nanos, all).unwrap_or(0.0) * 100.0);
    // The most expensive rule stands on top, as people look for it; equal ones in source order.
    let mut clauses = report.clauses.iter().enumerate().collect::<Vec<_>>();
    clauses.sort_by_key(|(number, clause)| (std::cmp::Reverse(clause.cost.nanos), *number));
    let rows = clauses.into_iter().map(|(number, clause)| clause_rows(number, clause));
    filled(
        PAGE,
        &[
            ("lang", if lang == Lang::Zh { "zh" } else { "en" }),
            ("style", STYLE),
            ("script", SCRIPT),
            ("program", &escape(&report.program)),
            // A long path breaks behind a slash.
            ("heading", &escape(&report.program).replace('/', "/<wbr>")),
            ("elapsed", &time(all)),
            ("loading", &time(totals.loading)),
            ("evaluating", &time(totals.evaluating)),
            ("writing", &time(totals.writing)),
            ("loading_part", &part(totals.loading)),
            ("evaluating_part", &part(totals.evaluating)),
            ("writing_part", &part(totals.writing)),
            ("facts", &grouped(report.facts())),
            ("added", &grouped(report.added())),
            ("derived", &grouped(report.derived())),
            ("memory", &bytes(totals.memory)),
            ("threads", &totals.threads.to_string()),
            ("segments", &percent(segment_percent(&report.sizes()))),
            ("clause_count", &grouped(report.clauses.len() as u64)),
            ("clauses", &rows.collect::<String>()),
            ("relations", &report.relations.iter().map(relation_row).collect::<String>()),
            ("relations_total", &relation_cells(report.facts(), &report.sizes())),
            ("strata", &report.strata.iter().enumerate().map(stratum_row).collect::<String>()),
        ],
    )
}

/// The row of a clause, and the row that folds out below it.
fn clause_rows(number: usize, clause: &ClauseCost) -> String {
    let cost = &clause.cost;
    let (per_in, per_out) = (ratio(cost.derived, cost.rows_in), ratio(cost.derived, cost.rows_out));
    let case = match clause.alternatives {
        1 => String::new(),
        cases => {
            let case = clause.alternative + 1;
            both(&format!("case {case} of {cases}"), &format!("{cases} 种情形之第 {case} 种"))
        }
    };
    let norms = clause.norms.iter().map(|norm| format!("<span class=\"norm\">{}</span>", escape(norm)));
    let doc = clause.doc.lines().map(escape).collect::<Vec<_>>().join("<br>");
    filled(
        CLAUSE,
        &[
            ("number", &number.to_string()),
            ("rule", &escape(&clause.rule)),
            ("place", &escape(&format!("{}:{}", clause.file, clause.line))),
            ("short_place", &escape(&format!("{}:{}", file_name(&clause.file), clause.line))),
            ("case", &case),
            ("norms", &norms.collect::<String>()),
            ("head", &escape(&clause.head)),
            ("nanos", &cost.nanos.to_string()),
            ("time", &time(cost.nanos)),
            ("share", &percent(Some(clause.share * 100.0))),
            ("width", &format!("{:.2}%", clause.share * 100.0)),
            ("in_sort", &cost.rows_in.to_string()),
            ("rows_in", &grouped(cost.rows_in)),
            ("derived_sort", &cost.derived.to_string()),
            ("derived", &grouped(cost.derived)),
            ("out_sort", &cost.rows_out.to_string()),
            ("rows_out", &grouped(cost.rows_out)),
            ("per_in_sort", &per_in.unwrap_or(-1.0).to_string()),
            ("per_in", &times(per_in)),
            ("per_out_sort", &per_out.unwrap_or(-1.0).to_string()),
            ("per_out", &times(per_out)),
            ("rounds_sort", &cost.rounds.to_string()),
            ("rounds", &grouped(u64::from(cost.rounds))),
            ("stratum", &(clause.stratum + 1).to_string()),
            ("doc", &doc),
            ("text", &escape(&clause.text)),
            ("orders", &clause.orders.iter().map(order).collect::<String>()),
        ],
    )
}

/// What stands behind the last slash.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn order(order: &Order) -> String {
    let literal = |(at, text): (usize, &String)| {
        let delta = (order.delta == Some(at)).then(|| {
            format!("<span class=\"delta\">{}</span>", both("new rows of the round before", "读上一轮的新行"))
        });
        format!("<li><code>{}</code>{}</li>", escape(text), delta.unwrap_or_default())
    };
    let rounds = grouped(u64::from(order.rounds));
    let caption =
        both(&format!("in {rounds} round{}", prose::plural(order.rounds.into())), &format!("用于 {rounds} 轮"));
    let literals = order.literals.iter().enumerate().map(literal).collect::<String>();
    format!("<div class=\"order\"><p>{caption}</p><ol>{literals}</ol></div>")
}

fn relation_row(relation: &RelationCost) -> String {
    let cells = relation_cells(relation.facts, &relation.sizes);
    filled(RELATION, &[("name", &escape(&relation.name)), ("cells", &cells)])
}

/// The cells of a row of the table of relations, behind its name.
fn relation_cells(facts: u64, sizes: &Sizes) -> String {
    let share = segment_percent(sizes);
    let cells = [
        ("Facts", "事实", facts.to_string(), grouped(facts)),
        ("Columns", "列", sizes.columns.to_string(), bytes(sizes.columns)),
        ("Membership", "成员集", sizes.membership.to_string(), bytes(sizes.membership)),
        ("Indexes", "索引", sizes.indexes.to_string(), bytes(sizes.indexes)),
        ("All", "合计", whole(sizes).to_string(), bytes(whole(sizes))),
        ("Segments", "段", sizes.segments.to_string(), grouped(sizes.segments)),
        ("Segment table", "段表", sizes.segment_table.to_string(), bytes(sizes.segment_table)),
        ("of all", "占比", share.unwrap_or(-1.0).to_string(), percent(share)),
    ];
    let cell = |(en, zh, sort, shown): &(&str, &str, String, String)| {
        format!("<td class=\"number\" data-en=\"{en}\" data-zh=\"{zh}\" data-sort=\"{sort}\">{shown}</td>")
    };
    cells.iter().map(cell).collect()
}

fn stratum_row((number, stratum): (usize, &StratumCost)) -> String {
    let names = stratum.relations.iter().map(|name| format!("<code>{}</code>", escape(name)));
    format!(
        "<tr><td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td></tr>\n",
        number + 1,
        grouped(u64::from(stratum.rounds)),
        names.collect::<Vec<_>>().join(" ")
    )
}

/// A time in the unit that fits, three digits where there are as many.
fn time(nanos: u64) -> String {
    let (value, unit) = match nanos {
        0..1_000_000 => (nanos as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (nanos as f64 / 1e6, "ms"),
        _ => (nanos as f64 / 1e9, "s"),
    };
    match value {
        ..10.0 => format!("{value:.2} {unit}"),
        ..100.0 => format!("{value:.1} {unit}"),
        ..1000.0 => format!("{value:.0} {unit}"),
        _ => format!("{} {unit}", grouped(value as u64)),
    }
}

fn percent(value: Option<f64>) -> String {
    match value {
        None => "–".to_string(),
        Some(value) if value > 0.0 && value < 0.1 => "&lt; 0.1%".to_string(),
        Some(value) => format!("{value:.1}%"),
    }
}

/// How many times.
fn times(value: Option<f64>) -> String {
    match value {
        None => "–".to_string(),
        Some(value) if value < 100.0 => format!("{value:.2}"),
        Some(value) => grouped(value.round() as u64),
    }
}

#[cfg(test)]
mod tests;
