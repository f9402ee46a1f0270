//! A profile as JSON: the schema `syllogist/profile/1`.

use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::report::{ClauseCost, Order, RelationCost, Report, StratumCost, ratio, segment_percent, whole};

/// Writes one object of the schema `syllogist/profile/1` (`docs/profile-1.schema.json`).
///
/// Everything but times, threads and the peak of memory is the same in every run.
pub fn write(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &json(report))?;
    writeln!(out)
}

fn json(report: &Report) -> Json {
    let totals = &report.totals;
    json!({
        "schema": "syllogist/profile/1",
        "program": report.program,
        "totals": {
            "facts": report.facts(),
            "derived": report.derived(),
            "rows_out": report.added(),
            "bytes": whole(&report.sizes()),
            "segment_table_percent": rounded(segment_percent(&report.sizes())),
            "loading_seconds": seconds(totals.loading),
            "evaluation_seconds": seconds(totals.evaluating),
            "writing_seconds": seconds(totals.writing),
            "threads": totals.threads,
            "memory_peak_bytes": totals.memory,
        },
        "relations": report.relations.iter().map(relation).collect::<Vec<_>>(),
        "strata": report.strata.iter().map(stratum).collect::<Vec<_>>(),
        "clauses": report.clauses.iter().map(clause).collect::<Vec<_>>(),
    })
}

fn relation(relation: &RelationCost) -> Json {
    let sizes = &relation.sizes;
    json!({
        "name": relation.name,
        "facts": relation.facts,
        "columns_bytes": sizes.columns,
        "membership_bytes": sizes.membership,
        "indexes_bytes": sizes.indexes,
        "segments": sizes.segments,
        "segment_table_bytes": sizes.segment_table,
        "segment_table_percent": rounded(segment_percent(sizes)),
    })
}

fn stratum(stratum: &StratumCost) -> Json {
    json!({ "relations": stratum.relations, "rounds": stratum.rounds })
}

fn clause(clause: &ClauseCost) -> Json {
    let cost = &clause.cost;
    json!({
        "rule": clause.rule,
        "file": clause.file,
        "line": clause.line,
        "head": clause.head,
        "alternative": clause.alternative,
        "alternatives": clause.alternatives,
        "text": clause.text,
        "doc": clause.doc,
        "norms": clause.norms,
        "stratum": clause.stratum,
        "rounds": cost.rounds,
        "rows_in": cost.rows_in,
        "derived": cost.derived,
        "rows_out": cost.rows_out,
        "derived_per_row_in": rounded(ratio(cost.derived, cost.rows_in)),
        "derived_per_row_out": rounded(ratio(cost.derived, cost.rows_out)),
        "seconds": seconds(cost.nanos),
        "share": rounded(Some(clause.share)),
        "orders": clause.orders.iter().map(order).collect::<Vec<_>>(),
    })
}

fn order(order: &Order) -> Json {
    json!({ "literals": order.literals, "delta": order.delta, "rounds": order.rounds })
}

/// To a millionth.
fn seconds(nanos: u64) -> f64 {
    (nanos / 1000) as f64 / 1e6
}

/// To four places, which is more than anybody reads.
fn rounded(value: Option<f64>) -> Option<f64> {
    value.map(|value| (value * 1e4).round() / 1e4)
}
