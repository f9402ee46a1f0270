//! Values of parameters that are given outside of the program's text: by an option or by the project.

use std::sync::Arc;

use diagnostics::{Diagnostic, catalogue};
use syntax::SyntaxKind;
use values::{Primitive, Value};

use super::Registry;
use crate::checked::{Parameter, ParameterValue};
use crate::constants;
use crate::draft::Constant;
use crate::report::Report;

/// Replaces the values of the parameters that `given` names, the last one of several counts. Unknown names and texts that are no value
/// of the type are reported.
pub(super) fn replace(registry: &mut Registry, given: &[(String, String)], report: &mut Report) {
    for (name, text) in given {
        let Some(id) = registry.parameter(name) else {
            if registry.is_broken(name) {
                continue;
            }
            let known = registry.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
            let near = report.near_or_all(name, known);
            let error = Diagnostic::unplaced(&catalogue::UNKNOWN_RULE_PARAMETER).arg("name", name);
            report.push(error.list("near", near));
            continue;
        };
        let parameter = Arc::make_mut(&mut registry.parameters[id.0 as usize]);
        match value(text, parameter) {
            Some(value) => parameter.replace(value),
            None => {
                let error = Diagnostic::unplaced(&catalogue::BAD_RULE_PARAMETER).arg("name", name).arg("value", text);
                report.push(error.arg("type", &parameter.type_name).arg("example", example(parameter.primitive)));
            }
        }
    }
}

impl Parameter {
    /// It has this value for every key and every day.
    pub(super) fn replace(&mut self, value: Value) {
        let (keys, source, span) = (Vec::new(), String::new(), self.span);
        self.values = vec![ParameterValue { keys, applies: None, value, source, span }];
        self.replaced = true;
    }
}

/// The value that a text means: a symbol is the text itself, other values are written as in rules, dates and decimals also without the
/// signs that mark them there.
fn value(text: &str, parameter: &Parameter) -> Option<Value> {
    let trimmed = text.trim();
    let (negative, size) = trimmed.strip_prefix('-').map_or((false, trimmed), |size| (true, size));
    let (kind, text) = match parameter.primitive {
        Primitive::Symbol => return Some(Value::symbol(text)),
        Primitive::Composite(_) => return None,
        Primitive::Date => {
            let quoted = trimmed.strip_prefix("d\"").and_then(|rest| rest.strip_suffix('"'));
            (SyntaxKind::DATE, quoted.unwrap_or(trimmed))
        }
        _ if !size.starts_with(|first: char| first.is_ascii_digit()) => return None,
        Primitive::Number | Primitive::Unsigned => (SyntaxKind::INTEGER, size),
        Primitive::Float => (SyntaxKind::FLOAT, size),
        Primitive::Decimal => (SyntaxKind::DECIMAL, size),
    };
    let negative = negative && kind != SyntaxKind::DATE;
    let constant = Constant { kind, text: text.to_owned(), negative, node: 0, span: parameter.span };
    constants::value(&constant, parameter.primitive).ok()
}

fn example(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Symbol | Primitive::Composite(_) => "…",
        Primitive::Number | Primitive::Unsigned => "12",
        Primitive::Float => "1.5",
        Primitive::Date => "2021-01-31",
        Primitive::Decimal => "12.50",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::{FileId, Span};

    fn read(text: &str, primitive: Primitive) -> Option<String> {
        let parameter = Parameter {
            name: "p".to_owned(),
            keys: Vec::new(),
            type_name: primitive.name().to_owned(),
            primitive,
            dated: false,
            values: Vec::new(),
            replaced: false,
            doc: String::new(),
            span: Span { file: FileId(0), start: 0, end: 0 },
        };
        value(text, &parameter).map(|value| value.to_string())
    }

    #[test]
    fn texts_are_values_of_the_declared_type() {
        assert_eq!(read(" 安徽", Primitive::Symbol).as_deref(), Some(" 安徽"));
        assert_eq!(read("-12", Primitive::Number).as_deref(), Some("-12"));
        assert_eq!(read("12.5", Primitive::Number), None);
        assert_eq!(read("--12", Primitive::Number), None);
        assert_eq!(read("-1", Primitive::Unsigned), None);
        assert_eq!(read("0.70", Primitive::Decimal).as_deref(), Some("0.7"));
        assert_eq!(read("0.7m", Primitive::Decimal).as_deref(), Some("0.7"));
        assert_eq!(read("inf", Primitive::Float), None);
        assert_eq!(read("2024-02-29", Primitive::Date).as_deref(), Some("2024-02-29"));
        assert_eq!(read("d\"2024-02-29\"", Primitive::Date).as_deref(), Some("2024-02-29"));
        assert_eq!(read("2023-02-29", Primitive::Date), None);
        assert_eq!(read("-2024-02-29", Primitive::Date), None);
        assert_eq!(read("", Primitive::Decimal), None);
    }
}
