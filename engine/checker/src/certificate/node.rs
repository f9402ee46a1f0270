//! A node of a proof, read from JSON.

use serde_json::{Map, Value as Json};

use super::Rejected;
use super::words::{Words, words};

/// A node.
#[derive(Clone, Copy)]
pub struct Node<'j> {
    /// Its number, which is its place in the list.
    pub id: usize,
    /// What it is.
    pub kind: &'j str,
    fields: &'j Map<String, Json>,
}

/// A premise: the number of the literal that it fulfils, and the node.
pub type Premise = (Option<u32>, usize);

/// The elements of a list; `None` where it is none.
pub fn list(json: &Json) -> Option<&[Json]> {
    json.as_array().map(Vec::as_slice)
}

fn number(json: &Json) -> Option<usize> {
    json.as_u64().and_then(|id| usize::try_from(id).ok())
}

impl<'j> Node<'j> {
    /// The node at this place of the list.
    pub fn read(id: usize, json: &'j Json) -> Result<Node<'j>, Rejected> {
        let reject = |what: Words| Rejected { node: Some(id), what };
        let fields = json.as_object().ok_or_else(|| reject(words!("it is no object", "它不是对象")))?;
        if fields.get("id").and_then(number) != Some(id) {
            return Err(reject(words!("its id is not its place in the list", "编号与它在列表中的位置不符")));
        }
        let kind = fields
            .get("kind")
            .and_then(Json::as_str)
            .ok_or_else(|| reject(words!("it has no kind", "没有写明种类")))?;
        Ok(Node { id, kind, fields })
    }

    /// The rejection of this node.
    pub fn reject<T>(&self, what: Words) -> Result<T, Rejected> {
        Err(Rejected { node: Some(self.id), what })
    }

    /// The rejection of a step whose premises were left out.
    pub fn folded<T>(&self) -> Result<T, Rejected> {
        self.reject(words!(
            "its premises were left out (`--depth`): a folded proof cannot be checked, ask for it without a depth",
            "前提已被省略（`--depth`）：折叠的证明无法核验，请不加 `--depth` 重新取得证明"
        ))
    }

    /// Its kind is this one.
    pub fn expect(&self, kind: &str) -> Result<(), Rejected> {
        if self.kind == kind {
            Ok(())
        } else {
            self.reject(words!("it is a {}, where a {kind} is due", "此处应为 {kind}，而它是 {}", self.kind))
        }
    }

    /// A field.
    pub fn field(&self, name: &str) -> Result<&'j Json, Rejected> {
        self.fields.get(name).map_or_else(|| self.reject(words!("it has no {name}", "没有字段 `{name}`")), Ok)
    }

    /// A field that may be missing.
    pub fn optional(&self, name: &str) -> Option<&'j Json> {
        self.fields.get(name)
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<&'j str, Rejected> {
        self.field(name)?
            .as_str()
            .map_or_else(|| self.reject(words!("its {name} is no text", "字段 `{name}` 不是文本")), Ok)
    }

    /// A list.
    pub fn list(&self, name: &str) -> Result<&'j [Json], Rejected> {
        list(self.field(name)?)
            .map_or_else(|| self.reject(words!("its {name} is no list", "字段 `{name}` 不是列表")), Ok)
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Result<Vec<&'j str>, Rejected> {
        let texts = self.list(name)?.iter().map(Json::as_str).collect::<Option<Vec<_>>>();
        texts.map_or_else(|| self.reject(words!("its {name} are not texts", "字段 `{name}` 不全是文本")), Ok)
    }

    /// An object.
    pub fn object(&self, name: &str) -> Result<&'j Map<String, Json>, Rejected> {
        self.field(name)?
            .as_object()
            .map_or_else(|| self.reject(words!("its {name} is no object", "字段 `{name}` 不是对象")), Ok)
    }

    /// The nodes in its list of premises.
    pub fn supply(&self) -> Result<Supply, Rejected> {
        let ids = self.list("premises")?.iter().map(number).collect::<Option<Vec<_>>>();
        let ids = ids.map_or_else(|| self.reject(words!("its premises are no numbers", "前提不是编号")), Ok)?;
        Ok(Supply::new(self.id, ids))
    }

    /// The premises of a conclusion, or of a member of an aggregate.
    pub fn premises(&self, premises: &Json) -> Result<Vec<Premise>, Rejected> {
        let premise = |json: &Json| {
            let literal = match json.get("literal")? {
                Json::Null => None,
                literal => Some(u32::try_from(literal.as_u64()?).ok()?),
            };
            Some((literal, number(&json["node"])?))
        };
        let premises = list(premises).and_then(|premises| premises.iter().map(premise).collect());
        premises.map_or_else(
            || self.reject(words!("its premises are not literals with nodes", "前提没有写明条件和步骤的编号")),
            Ok,
        )
    }

    /// A node that a field of it names.
    pub fn named(&self, json: &Json) -> Result<usize, Rejected> {
        number(json).map_or_else(|| self.reject(words!("it names no node", "没有指明步骤")), Ok)
    }

    /// Its field says this.
    pub fn says(&self, name: &str, expected: &str) -> Result<(), Rejected> {
        let told = self.text(name)?;
        if told == expected {
            Ok(())
        } else {
            self.reject(words!("its {name} is {told}, not {expected}", "字段 `{name}` 为 {told}，应为 {expected}"))
        }
    }
}

/// Premises that are taken one after the other.
pub struct Supply {
    /// The node that has them.
    pub owner: usize,
    ids: std::vec::IntoIter<usize>,
}

impl Supply {
    /// Of these nodes.
    pub fn new(owner: usize, ids: Vec<usize>) -> Supply {
        Supply { owner, ids: ids.into_iter() }
    }

    /// The next one.
    pub fn next(&mut self) -> Result<usize, Rejected> {
        let next = self.peek()?;
        self.ids.next();
        Ok(next)
    }

    /// The next one, which stays.
    pub fn peek(&self) -> Result<usize, Rejected> {
        let missing =
            || Rejected { node: Some(self.owner), what: words!("a premise is missing", "缺少一个前提") };
        self.ids.as_slice().first().copied().ok_or_else(missing)
    }

    /// There are no more of them.
    pub fn end(mut self) -> Result<(), Rejected> {
        match self.ids.next() {
            None => Ok(()),
            Some(id) => Err(Rejected {
                node: Some(self.owner),
                what: words!("nothing asks for its premise {id}", "没有条件需要前提 {id}"),
            }),
        }
    }
}
