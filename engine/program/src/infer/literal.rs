//! Literals that messages propose.

use syntax::SyntaxKind;
use values::{Date, Decimal, Primitive};

use crate::draft::Constant;
use crate::types::{CompositeType, Types};

/// The literal of type `primitive` that is probably meant by `constant`; some literal of that type if none is.
pub(super) fn proposed(constant: Option<&Constant>, primitive: Primitive, types: &Types) -> String {
    constant.and_then(|constant| converted(constant, primitive)).unwrap_or_else(|| sample(primitive, types))
}

/// What three integers with minus signs between them look like: `2020-01-01`. They must stand without blanks.
pub(super) fn date(constants: &[&Constant]) -> Option<String> {
    let [year, month, day] = constants else { return None };
    let joined = |a: &Constant, b: &Constant| a.span.end + 1 == b.span.start;
    let part = |part: &Constant, digits: &[usize]| {
        part.kind == SyntaxKind::INTEGER && !part.negative && digits.contains(&part.text.len())
    };
    let fits = joined(year, month) && joined(month, day);
    let fits = fits && part(year, &[4]) && part(month, &[1, 2]) && part(day, &[1, 2]);
    fits.then(|| format!("{}-{:0>2}-{:0>2}", year.text, month.text, day.text))
}

/// Longer numbers are not worth repeating.
const DIGITS_MAX: usize = 40;

fn converted(constant: &Constant, primitive: Primitive) -> Option<String> {
    let text = constant.text.as_str();
    let digits = match constant.kind {
        SyntaxKind::INTEGER | SyntaxKind::FLOAT => text,
        SyntaxKind::UNSIGNED => text.trim_end_matches('u'),
        SyntaxKind::DECIMAL => text.trim_end_matches('m'),
        SyntaxKind::STRING if Decimal::parse(text).is_ok() => text,
        SyntaxKind::STRING if primitive == Primitive::Date => {
            return Date::parse(text).ok().map(|_| format!("d\"{text}\""));
        }
        _ => return None,
    };
    if digits.starts_with('0') && digits.contains(['x', 'b']) || digits.len() > DIGITS_MAX {
        return None;
    }
    let is_whole = !digits.contains('.');
    let sign = if constant.negative { "-" } else { "" };
    match primitive {
        Primitive::Symbol => Some(format!("\"{sign}{digits}\"")),
        Primitive::Number if is_whole => Some(format!("{sign}{digits}")),
        Primitive::Unsigned if is_whole && !constant.negative && !digits.starts_with('-') => Some(format!("{digits}u")),
        Primitive::Float => Some(format!("{sign}{digits}{}", if is_whole { ".0" } else { "" })),
        Primitive::Decimal => Some(format!("{sign}{digits}m")),
        _ => None,
    }
}

fn sample(primitive: Primitive, types: &Types) -> String {
    let text = match primitive {
        Primitive::Symbol => "\"text\"",
        Primitive::Number => "12",
        Primitive::Unsigned => "12u",
        Primitive::Float => "1.5",
        Primitive::Date => "d\"2021-01-31\"",
        Primitive::Decimal => "12.50m",
        Primitive::Composite(shape) => return sample_of_composite(types.composite(shape)),
    };
    text.to_owned()
}

fn sample_of_composite(of: &CompositeType) -> String {
    let first = of.branches.first();
    let args = first.map_or(0, |branch| branch.fields.len());
    let args = vec![".."; args].join(", ");
    match first {
        Some(branch) if !of.is_record => format!("${}({args})", branch.name),
        _ => format!("[{args}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::{FileId, Span};

    fn constant(kind: SyntaxKind, text: &str, negative: bool) -> Constant {
        let span = Span { file: FileId(0), start: 0, end: text.len() as u32 };
        Constant { kind, text: text.to_owned(), negative, node: 0, span }
    }

    #[test]
    fn what_is_meant_is_proposed() {
        let types = Types::primitives();
        let proposed =
            |kind, text, negative, primitive| proposed(Some(&constant(kind, text, negative)), primitive, &types);
        assert_eq!(proposed(SyntaxKind::FLOAT, "0.7", true, Primitive::Decimal), "-0.7m");
        assert_eq!(proposed(SyntaxKind::FLOAT, "0.7", false, Primitive::Number), "12");
        assert_eq!(proposed(SyntaxKind::DECIMAL, "5m", false, Primitive::Float), "5.0");
        assert_eq!(proposed(SyntaxKind::STRING, "900", false, Primitive::Number), "900");
        assert_eq!(proposed(SyntaxKind::STRING, "2020-01-01", false, Primitive::Date), "d\"2020-01-01\"");
        assert_eq!(proposed(SyntaxKind::STRING, "soon", false, Primitive::Date), "d\"2021-01-31\"");
        assert_eq!(proposed(SyntaxKind::INTEGER, "3", true, Primitive::Unsigned), "12u");
        assert_eq!(proposed(SyntaxKind::INTEGER, "0x1F", false, Primitive::Symbol), "\"text\"");
    }
}
