//! What is open, as JSON: parts of the schema `syllogist/why-not/1`.

use diagnostics::Files;
use eval::Model;
use program::checked::Program;
use proof::{OpenKind, OpenPoint, OpenReason, OpenTuple};
use serde_json::{Value as Json, json};
use values::Value;

use crate::json::{bindings_json, rule_json};
use crate::rules::Rules;

/// An open tuple with its rule and everything that is open.
pub(crate) fn open_json(open: &OpenTuple, model: &Model<'_>, files: &Files) -> Json {
    open_tuple_json(open, &Rules::new(model, files), model.program)
}

pub(crate) fn open_tuple_json(open: &OpenTuple, rules: &Rules<'_>, program: &Program) -> Json {
    let case = &open.case;
    json!({
        "relation": program.relation(open.relation).name,
        "pattern": pattern(&open.pattern),
        "outcome": match open.kind { OpenKind::Findings => "conditional", OpenKind::Data => "undetermined" },
        "rule": rule_json(rules, case.rule, case.alternative),
        "bindings": bindings_json(rules, case.rule, &case.bindings),
        "points": case.points.iter().map(|point| point_json(point, program)).collect::<Vec<_>>(),
    })
}

fn point_json(point: &OpenPoint, program: &Program) -> Json {
    let mut json = json!({
        "relation": program.relation(point.relation).name,
        "pattern": pattern(&point.pattern),
        "reason": match point.reason {
            OpenReason::NoFinding => "finding",
            OpenReason::Contradiction(_) => "contradiction",
            OpenReason::Expected => "expected",
            OpenReason::Incomplete { .. } => "incomplete",
        },
        "people": point.people, "files": point.files,
    });
    match &point.reason {
        OpenReason::Contradiction(findings) => {
            let strings = |finding: &Vec<Value>| finding.iter().map(Value::to_string).collect::<Vec<_>>();
            json["findings"] = findings.iter().map(strings).collect::<Vec<_>>().into();
        }
        OpenReason::Incomplete { base, within, undeclared } => {
            json["records"] = json!(program.relation(*base).name);
            let part = |(column, from, to): &(String, Value, Option<Value>)| json!({"column": column, "from": from.to_string(), "to": to.as_ref().map(Value::to_string)});
            json["within"] = within.iter().map(part).collect::<Vec<_>>().into();
            json["undeclared"] = json!(undeclared);
        }
        OpenReason::NoFinding | OpenReason::Expected => {}
    }
    json
}

fn pattern(values: &[Option<Value>]) -> Vec<Option<String>> {
    values.iter().map(|value| value.as_ref().map(Value::to_string)).collect()
}
