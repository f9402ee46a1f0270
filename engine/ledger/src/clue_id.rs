//! Clue ids, as `docs/clue-id.md` defines them.

use program::checked::{ModelId, Program, RelId};
use sha2::{Digest, Sha256};
use values::Value;

/// The id of a clue: the same in every run, version and machine.
pub fn clue_id(relation: RelId, args: &[impl ToString], program: &Program) -> String {
    let mut parts = vec![model_name(relation, program).to_string(), program.relation(relation).name.clone()];
    parts.extend(args.iter().map(ToString::to_string));
    id_of(&parts)
}

/// The id of a candidate: made as that of a clue, from the model and the columns that name the candidate.
pub fn candidate_id(model: ModelId, candidate: &[Value], program: &Program) -> String {
    let model = program.model(model);
    let relation = model.candidate.as_ref().map(|asked| program.relation(asked.relation).name.clone());
    let mut parts = vec![model.name.clone(), relation.unwrap_or_default()];
    parts.extend(candidate.iter().map(Value::to_string));
    id_of(&parts)
}

/// True for a text of the form of an id: 16 lower-case hexadecimal digits.
pub fn is_clue_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// `@[model = ..]` of the first clue rule that gives the relation; empty where it has none.
fn model_name(relation: RelId, program: &Program) -> &str {
    let gives = |rule: &&program::checked::Rule| rule.heads.iter().any(|head| head.relation == relation);
    let rule = program.rules.iter().find(|rule| rule.clue.is_some() && gives(rule));
    let annotation = rule.and_then(|rule| rule.annotations.iter().find(|annotation| annotation.key == "model"));
    annotation.map_or("", |annotation| annotation.value.as_str())
}

fn id_of(parts: &[String]) -> String {
    let text = serde_json::Value::from(parts).to_string();
    let digest = Sha256::digest(text.as_bytes());
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::{Date, Decimal};

    #[test]
    fn the_documented_example_is_right() {
        let values = [
            Value::symbol("案-1"),
            Value::Date(Date::parse("2021-01-05").unwrap()),
            Value::Decimal(Decimal::parse("12.50").unwrap()),
        ];
        let mut parts = vec!["long_lease".to_string(), "线索".to_string()];
        parts.extend(values.iter().map(Value::to_string));
        let page = include_str!("../../../docs/clue-id.md");
        let id = id_of(&parts);
        assert_eq!(id, "94fb58ffbb588bc6");
        assert!(page.contains(&format!("\n    {id}\n")));
        assert!(page.contains(&format!("\n    {}\n", serde_json::Value::from(parts))));
    }

    #[test]
    fn only_sixteen_digits_are_an_id() {
        assert!(is_clue_id("94fb58ffbb588bc6"));
        for other in ["94fb58ffbb588bc", "94FB58FFBB588BC6", "lease(\"a\")______"] {
            assert!(!is_clue_id(other), "{other}");
        }
    }
}
