//! Records and branches. Nothing here recurs, and what is nested deeper than usual is refused.

use serde_json::value::RawValue;
use values::{Composite, Primitive, ShapeId, ShapeKind, Shapes, Value};

use super::fields::{Fields, fields};
use super::scalar::{Unfit, scalar};

/// How deep JSON may be nested: as deep as its reader reads other values.
const DEPTH_MAX: usize = 128;

/// What is wrong with a value, and where inside it.
pub(super) struct Wrong<'t> {
    pub(super) unfit: Unfit,
    /// `.tail.head`
    pub(super) path: String,
    pub(super) found: &'t RawValue,
}

/// The composite that `value` is: `null` for `nil`, a list or an object of a record's fields, an object whose only key is the
/// name of a branch and holds the list or object of its fields.
pub(super) fn composite<'t>(value: &'t RawValue, shape: ShapeId, shapes: &Shapes) -> Result<Composite, Box<Wrong<'t>>> {
    let mut open: Vec<Open<'t>> = Vec::new();
    let mut next = (Primitive::Composite(shape), value);
    loop {
        let (primitive, found) = next;
        let wrong = |unfit, open: &[Open]| Box::new(Wrong { unfit, path: path(open, shapes), found });
        let mut value = match primitive {
            Primitive::Composite(_) if open.len() == DEPTH_MAX => return Err(wrong(too_deep(), &open)),
            Primitive::Composite(shape) => {
                let new = begin(found, shape, shapes).map_err(|unfit| wrong(unfit, &open))?;
                match new.next(shapes) {
                    Some(first) => {
                        next = first;
                        open.push(new);
                        continue;
                    }
                    None => new.close(shapes),
                }
            }
            simple => scalar(found, simple, shapes).map_err(|unfit| wrong(unfit, &open))?,
        };
        loop {
            let Some(mut around) = open.pop() else {
                return match value {
                    Value::Composite(value) => Ok(value),
                    _ => Err(wrong(Unfit::kind(found, RECORD), &open)),
                };
            };
            around.values.push(value);
            if let Some(following) = around.next(shapes) {
                next = following;
                open.push(around);
                break;
            }
            value = around.close(shapes);
        }
    }
}

const RECORD: [&str; 2] = ["a list, an object or `null`", "列表、对象或 `null`"];

/// A record or branch of which some fields were read.
struct Open<'t> {
    shape: ShapeId,
    branch: u32,
    is_nil: bool,
    fields: Vec<&'t RawValue>,
    values: Vec<Value>,
}

impl<'t> Open<'t> {
    /// The field to be read next, and its type.
    fn next(&self, shapes: &Shapes) -> Option<(Primitive, &'t RawValue)> {
        let at = self.values.len();
        let field = self.fields.get(at)?;
        Some((shapes.get(self.shape).fields(self.branch)[at].primitive, field))
    }

    fn close(self, shapes: &Shapes) -> Value {
        let Open { shape, branch, is_nil, values, .. } = self;
        Value::Composite(match shapes.get(shape).branch(branch) {
            _ if is_nil => Composite::nil(shape),
            None => Composite::record(shape, values),
            Some(name) => Composite::branch(shape, branch, name, values),
        })
    }
}

fn begin<'t>(found: &'t RawValue, shape: ShapeId, shapes: &Shapes) -> Result<Open<'t>, Unfit> {
    let (branch, held) = match &shapes.get(shape).kind {
        ShapeKind::Record(_) if found.get() == "null" => {
            return Ok(Open { shape, branch: 0, is_nil: true, fields: Vec::new(), values: Vec::new() });
        }
        ShapeKind::Record(_) => (0, found),
        ShapeKind::Adt(branches) => {
            let names = branches.iter().map(|branch| format!("`{}`", branch.name)).collect::<Vec<_>>();
            let needed = [
                format!("an object with one of {} as its only key", names.join(", ")),
                format!("以 {} 之一为唯一键的对象", names.join("、")),
            ];
            let Some(Fields::Object(object)) = fields(found) else {
                return Err(Unfit::Kind { found: kind(found), needed });
            };
            let only = match &object.0[..] {
                [(name, held)] => branches.iter().position(|branch| branch.name == *name).map(|branch| (branch, *held)),
                _ => None,
            };
            let (branch, held) = only.ok_or_else(|| {
                let names = object.0.iter().map(|(name, _)| format!("`{}`", crate::shorten::for_message(name)));
                let names = names.collect::<Vec<_>>();
                let found =
                    [format!("an object with {}", names.join(", ")), format!("含有 {} 的对象", names.join("、"))];
                Unfit::Kind { found, needed }
            })?;
            (branch as u32, held)
        }
    };
    let fields = in_order(held, shape, branch, shapes)?;
    Ok(Open { shape, branch, is_nil: false, fields, values: Vec::new() })
}

/// The fields of a record or branch in the order of its declaration.
fn in_order<'t>(held: &'t RawValue, shape: ShapeId, branch: u32, shapes: &Shapes) -> Result<Vec<&'t RawValue>, Unfit> {
    let declared = shapes.get(shape).fields(branch);
    let names = || declared.iter().map(|field| format!("`{}`", field.name)).collect::<Vec<_>>();
    let fields = match fields(held) {
        Some(Fields::List(list)) if list.len() == declared.len() => Some(list),
        Some(Fields::Object(object)) if object.0.len() == declared.len() => {
            declared.iter().map(|field| object.named(&field.name).into_iter().next()).collect()
        }
        None => return Err(Unfit::kind(held, RECORD)),
        Some(_) => None,
    };
    fields.ok_or_else(|| {
        let needed = [
            format!("a list of {} or an object with {}", declared.len(), names().join(", ")),
            format!("含 {} 项的列表或含有 {} 的对象", declared.len(), names().join("、")),
        ];
        let found = ["a list or object of other fields".to_owned(), "字段不同的列表或对象".to_owned()];
        Unfit::Kind { found, needed }
    })
}

fn too_deep() -> Unfit {
    Unfit::Kind {
        found: [format!("a value nested deeper than {DEPTH_MAX}"), format!("嵌套超过 {DEPTH_MAX} 层的值")],
        needed: ["a flatter one".to_owned(), "层数较少的值".to_owned()],
    }
}

fn kind(found: &RawValue) -> [String; 2] {
    super::fields::Kind::of(found).words().map(str::to_owned)
}

/// The names of the fields that lead to the one read next; of very many the first and the last ones.
fn path(open: &[Open], shapes: &Shapes) -> String {
    let step = |open: &Open| {
        let field = shapes.get(open.shape).fields(open.branch).get(open.values.len());
        field.map_or(String::new(), |field| format!(".{}", field.name))
    };
    const SHOWN: usize = 4;
    let steps = |open: &[Open]| open.iter().map(step).collect::<String>();
    match open.len() > 2 * SHOWN {
        true => steps(&open[..SHOWN]) + "…" + &steps(&open[open.len() - SHOWN..]),
        false => steps(open),
    }
}
