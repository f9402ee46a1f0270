//! The JSON against its published schemas, by a checker of the few keywords they use.

use proof::Limits;
use serde_json::{Value as Json, json};
use values::Value;

use super::given::{Given, PLAIN, auction, row};
use crate::{Layout, Stream, json as proof_json, why_not_json};

pub(super) const PROOF: &str = include_str!("../../../../docs/proof-1.schema.json");
pub(super) const MISSING: &str = include_str!("../../../../docs/missing-1.schema.json");
const LINES: &str = include_str!("../../../../docs/proof-lines-1.schema.json");
pub(super) const WHY_NOT: &str = include_str!("../../../../docs/why-not-1.schema.json");

/// What is wrong with `value` as `schema` (a part of `root`) sees it.
fn mistakes(value: &Json, schema: &Json, root: &Json, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, asked) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "pattern" => true,
            "$ref" => {
                let name = asked.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                found.extend(mistakes(value, &root["$defs"][name], root, path));
                true
            }
            "type" => match asked {
                Json::Array(types) => types.iter().any(|one| is_type(value, one)),
                one => is_type(value, one),
            },
            "const" => value == asked,
            "enum" => asked.as_array().unwrap().contains(value),
            "minimum" => value.as_i64().is_none_or(|number| number >= asked.as_i64().unwrap()),
            "required" => {
                let has =
                    |key: &Json| value.as_object().is_none_or(|object| object.contains_key(key.as_str().unwrap()));
                asked.as_array().unwrap().iter().all(has)
            }
            "properties" => {
                for (key, part) in asked.as_object().unwrap() {
                    if let Some(inner) = value.get(key) {
                        found.extend(mistakes(inner, part, root, &format!("{path}/{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                for (key, inner) in value.as_object().into_iter().flatten() {
                    found.extend(mistakes(inner, asked, root, &format!("{path}/{key}")));
                }
                true
            }
            "items" => {
                for (number, inner) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(mistakes(inner, asked, root, &format!("{path}/{number}")));
                }
                true
            }
            "oneOf" => {
                let fits = |one: &&Json| mistakes(value, one, root, path).is_empty();
                asked.as_array().unwrap().iter().filter(fits).count() == 1
            }
            other => panic!("the checker does not know the keyword {other}"),
        };
        if !fits {
            found.push(format!("{path}: {keyword} {asked} does not fit {value}"));
        }
    }
    found
}

fn is_type(value: &Json, name: &Json) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the checker does not know the type {other}"),
    }
}

pub(super) fn fits(value: &Json, schema: &str) {
    let schema = serde_json::from_str::<Json>(schema).unwrap();
    assert_eq!(mistakes(value, &schema, &schema, ""), Vec::<String>::new());
}

fn written(given: &Given, relation: &str, args: Vec<Option<Value>>, limits: &Limits) -> Json {
    given.why(relation, args, limits, |derivation, model| proof_json(derivation, model, &given.files))
}

#[test]
fn every_kind_of_node_is_written_as_published() {
    let proof = written(&auction(), "线索", vec![None, None], &PLAIN);
    fits(&proof, PROOF);
    let kinds = proof["nodes"].as_array().unwrap().iter().map(|node| node["kind"].as_str().unwrap());
    let mut kinds = kinds.collect::<Vec<_>>();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["absence", "aggregate", "comparison", "computation", "fact", "given", "record"]);
    let folded = written(&auction(), "线索", vec![None, None], &Limits { depth: Some(0), ..PLAIN });
    fits(&folded, PROOF);
}

#[test]
fn the_nodes_say_what_the_derivation_says() {
    let proof = written(&auction(), "线索", vec![None, None], &PLAIN);
    assert_eq!(proof["answers"].as_array().unwrap().len(), 1);
    let nodes = proof["nodes"].as_array().unwrap();
    let answer = &nodes[proof["answers"][0].as_u64().unwrap() as usize];
    assert_eq!(answer["args"], json!(["案-1", "L-1"]));
    assert_eq!(answer["rule"], json!({"name": "长租低价", "file": "m.dl", "line": 21, "alternative": 0}));
    assert_eq!(answer["norms"], json!(["民法典_725", "异议规定_31"]));
    assert_eq!(answer["bindings"]["物"], json!({"type": "symbol", "value": "P-1"}));
    let of_kind = |kind: &str| nodes.iter().filter(|node| node["kind"] == kind).cloned().collect::<Vec<_>>();
    let [absence] = &of_kind("absence")[..] else { panic!("one absence") };
    assert_eq!(
        (&absence["relation"], &absence["pattern"], &absence["complete"]),
        (&json!("占有"), &json!(["P-1", null]), &json!([]))
    );
    let [aggregate] = &of_kind("aggregate")[..] else { panic!("one aggregate") };
    assert_eq!(
        (&aggregate["op"], &aggregate["type"], &aggregate["value"]),
        (&json!("sum"), &json!("decimal"), &json!("700.5"))
    );
    assert_eq!(aggregate["group"], json!({"租": "L-1"}));
    assert_eq!(aggregate["members"][0]["value"], "300");
    let lease = of_kind("record").into_iter().find(|node| node["relation"] == "租约").unwrap();
    assert_eq!(lease["args"], json!(["L-1", "P-1", "2001-03-01", "20", "1000"]));
    assert_eq!(lease["sources"], json!([{"file": "租约.csv", "row": 2}, {"file": "租约.csv", "row": 100}]));
    let years = json!({"name": "年限", "type": "number"});
    assert_eq!(proof["relations"]["租约"][3], years);
}

#[test]
fn ids_ascend_and_premises_come_first() {
    let proof = written(&auction(), "线索", vec![None, None], &PLAIN);
    for (position, node) in proof["nodes"].as_array().unwrap().iter().enumerate() {
        assert_eq!(node["id"], json!(position));
        let members = node["members"].as_array().into_iter().flatten().map(|member| &member["premises"]);
        for premises in std::iter::once(&node["premises"]).chain(members) {
            for premise in premises.as_array().into_iter().flatten() {
                let id = premise.as_u64().or(premise["node"].as_u64()).unwrap();
                assert!(id < position as u64);
            }
        }
    }
}

#[test]
fn a_why_not_is_written_as_published() {
    let given = auction();
    let written = |relation, args| {
        given
            .why_not(relation, args, |why_not, question, model, _| why_not_json(why_not, question, model, &given.files))
    };
    let clue = written("线索", vec![Some(Value::symbol("案-2")), None]);
    fits(&clue, WHY_NOT);
    assert_eq!(clue["attempts"][0]["obstacle"], "premise");
    assert_eq!(clue["attempts"][0]["fails"]["text"], "!占有(物, _)");
    assert_eq!(clue["attempts"][0]["bindings"]["物"], json!({"type": "symbol", "value": "P-2"}));
    assert_eq!(clue["pattern"], json!(["案-2", null]));
    assert_eq!(clue["attempts"][0]["found"], json!(null));
    let sum = written("付清", vec![Some(Value::symbol("L-1")), Some(row(&["3m"])[0].clone())]);
    fits(&sum, WHY_NOT);
    assert_eq!(sum["attempts"][0]["found"], "700.5");
    let record = written("占有", vec![None, Some(Value::symbol("李某"))]);
    fits(&record, WHY_NOT);
    assert_eq!(record["attempts"], json!([]));
}

#[test]
fn the_checker_sees_mistakes() {
    let schema = serde_json::from_str::<Json>(PROOF).unwrap();
    let mut proof = written(&auction(), "线索", vec![None, None], &PLAIN);
    proof["nodes"][0]["kind"] = json!("rumour");
    proof["more"] = json!("no");
    assert_eq!(mistakes(&proof, &schema, &schema, "").len(), 2);
}

/// Line by line what the object says; the object as text is what its value is as text.
#[test]
fn lines_say_what_the_object_says() {
    let clue_of = |id: usize| (id == 3).then(|| json!({"id": "0123456789abcdef", "grade": "A"}));
    let told = auction().why("线索", vec![None, None], &PLAIN, |derivation, model| {
        let given = auction();
        [Layout::Object, Layout::Lines].map(|layout| {
            let mut text = Vec::new();
            let mut take = |more: &[u8]| {
                text.extend_from_slice(more);
                Ok::<(), ()>(())
            };
            let mut stream = Stream::new(layout, model, &given.files, None);
            stream.nodes((0, derivation), &clue_of, &mut take).unwrap();
            stream.end(&mut take).unwrap();
            String::from_utf8(text).unwrap()
        })
    });
    let [object, lines] = told;
    let value = serde_json::from_str::<Json>(&object).unwrap();
    let sorted = |text: &str| {
        let mut lines = text.lines().map(|line| line.trim_end_matches(',').to_string()).collect::<Vec<_>>();
        lines.sort();
        lines
    };
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(sorted(&object), sorted(&pretty), "indented as one text is");
    let lines = lines.lines().map(|line| serde_json::from_str::<Json>(line).unwrap()).collect::<Vec<_>>();
    lines.iter().for_each(|line| fits(line, LINES));
    let [header, nodes @ .., end] = &lines[..] else { panic!("a header and an end") };
    assert_eq!(header, &json!({"schema": "syllogist/proof-lines/1", "relations": value["relations"]}));
    assert_eq!(&Json::from(nodes), &value["nodes"]);
    assert_eq!(end, &json!({"answers": value["answers"], "more": false, "total": 1}));
}
