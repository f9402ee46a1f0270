//! Values of a question, read by the type of their column.

use syntax::SyntaxKind;
use syntax::ast::{Argument, Term, Token};
use values::{Composite, Date, Decimal, Field, Primitive, ShapeId, ShapeKind, Shapes, Value};

/// Why a term is no value of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// A variable, a computation, ...
    NoValue,
    /// A value, but not of this type.
    OtherType,
}

/// How a value of this type is written.
pub(super) fn form(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Symbol => "`\"L-1\"`",
        Primitive::Number => "`12` / `-12`",
        Primitive::Unsigned => "`12`",
        Primitive::Float => "`1.5`",
        Primitive::Date => "`d\"2021-01-05\"`",
        Primitive::Decimal => "`12.50m`",
        Primitive::Composite(_) => "`[1, \"a\"]` / `$B(1)`",
    }
}

/// The value that a term stands for in a column of this type.
pub(super) fn value(term: &Term, primitive: Primitive, shapes: &Shapes) -> Result<Value, Mistake> {
    match primitive {
        Primitive::Composite(shape) => composite(term, shape, shapes).map(Value::Composite),
        scalar => self::scalar(term, scalar),
    }
}

/// `nil`, `[1, "a"]`, `$B(2)`. Recursive, since the nesting of terms is bounded by the parser.
fn composite(term: &Term, id: ShapeId, shapes: &Shapes) -> Result<Composite, Mistake> {
    match (term, &shapes.get(id).kind) {
        (Term::Paren(inner), _) => composite(&inner.term().ok_or(Mistake::NoValue)?, id, shapes),
        (Term::Nil(_), ShapeKind::Record(_)) => Ok(Composite::nil(id)),
        (Term::Record(record), ShapeKind::Record(fields)) => {
            Ok(Composite::record(id, values(&record.arguments(), fields, shapes)?))
        }
        (Term::Branch(branch), ShapeKind::Adt(branches)) => {
            let name = branch.name().ok_or(Mistake::NoValue)?.dotted();
            let number = branches.iter().position(|known| known.name == name).ok_or(Mistake::OtherType)?;
            let fields = values(&branch.arguments(), &branches[number].fields, shapes)?;
            Ok(Composite::branch(id, number as u32, &name, fields))
        }
        (Term::Nil(_) | Term::Record(_) | Term::Branch(_) | Term::Constant(_), _) => Err(Mistake::OtherType),
        _ => Err(Mistake::NoValue),
    }
}

fn values(written: &[Argument], fields: &[Field], shapes: &Shapes) -> Result<Vec<Value>, Mistake> {
    if written.len() != fields.len() {
        return Err(Mistake::OtherType);
    }
    let pairs = written.iter().zip(fields);
    let one = |(argument, field): (&Argument, &Field)| match argument.term() {
        Some(term) if argument.name().is_none() => value(&term, field.primitive, shapes),
        _ => Err(Mistake::NoValue),
    };
    pairs.map(one).collect()
}

fn scalar(term: &Term, primitive: Primitive) -> Result<Value, Mistake> {
    let Some((negative, token)) = literal(term) else {
        // A value, though of no column like this.
        let composite = matches!(term, Term::Nil(_) | Term::Record(_) | Term::Branch(_));
        return Err(if composite { Mistake::OtherType } else { Mistake::NoValue });
    };
    let text = match token.kind() {
        SyntaxKind::STRING | SyntaxKind::DATE => token.string_value().ok_or(Mistake::NoValue)?,
        _ => token.text().replace('\u{ff0e}', "."),
    };
    let signed = if negative { format!("-{text}") } else { text };
    let fits = match token.kind() {
        SyntaxKind::STRING => !negative,
        SyntaxKind::DATE => !negative && primitive == Primitive::Date,
        SyntaxKind::INTEGER => !matches!(primitive, Primitive::Symbol | Primitive::Date),
        SyntaxKind::UNSIGNED => primitive == Primitive::Unsigned,
        SyntaxKind::FLOAT => matches!(primitive, Primitive::Float | Primitive::Decimal),
        SyntaxKind::DECIMAL => primitive == Primitive::Decimal,
        SyntaxKind::IPV4 => primitive == Primitive::Number && !negative,
        _ => return Err(Mistake::NoValue),
    };
    let read = if token.kind() == SyntaxKind::IPV4 { ipv4(&signed) } else { read(&signed, primitive) };
    read.filter(|_| fits).ok_or(Mistake::OtherType)
}

/// A constant, perhaps behind a minus sign or in parentheses.
fn literal(term: &Term) -> Option<(bool, Token)> {
    match term {
        Term::Constant(constant) => Some((false, constant.token()?)),
        Term::Paren(inner) => literal(&inner.term()?),
        Term::Unary(unary) if unary.operator()?.kind() == SyntaxKind::MINUS => {
            let (negative, token) = literal(&unary.operand()?)?;
            Some((!negative, token))
        }
        _ => None,
    }
}

fn read(text: &str, primitive: Primitive) -> Option<Value> {
    match primitive {
        Primitive::Symbol => Some(Value::symbol(text)),
        Primitive::Date => Date::parse(text).ok().map(Value::Date),
        Primitive::Decimal => Decimal::parse(text.strip_suffix('m').unwrap_or(text)).ok().map(Value::Decimal),
        Primitive::Float => text.parse().ok().map(Value::Float),
        Primitive::Number => i64::try_from(integer(text)?).ok().map(Value::Number),
        Primitive::Unsigned => {
            u64::try_from(integer(text.strip_suffix('u').unwrap_or(text))?).ok().map(Value::Unsigned)
        }
        Primitive::Composite(_) => None,
    }
}

fn integer(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    // The parser of the standard library would take a second sign.
    let whole = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    i128::from_str_radix(digits, radix).ok().filter(|_| whole).map(|size| sign * size)
}

/// The dialect reads an address as a signed number of 32 bits.
fn ipv4(text: &str) -> Option<Value> {
    let address = text.parse::<std::net::Ipv4Addr>().ok()?;
    Some(Value::Number(i64::from(u32::from(address).cast_signed())))
}
