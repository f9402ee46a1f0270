//! A node of a proof, read from JSON.

use serde_json::{Map, Value as Json};

use super::Rejected;

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
        let reject = |what: &str| Rejected { node: Some(id), what: what.to_owned() };
        let fields = json.as_object().ok_or_else(|| reject("it is no object"))?;
        if fields.get("id").and_then(number) != Some(id) {
            return Err(reject("its id is not its place in the list"));
        }
        let kind = fields.get("kind").and_then(Json::as_str).ok_or_else(|| reject("it has no kind"))?;
        Ok(Node { id, kind, fields })
    }

    /// The rejection of this node.
    pub fn reject<T>(&self, what: impl Into<String>) -> Result<T, Rejected> {
        Err(Rejected { node: Some(self.id), what: what.into() })
    }

    /// Its kind is this one.
    pub fn expect(&self, kind: &str) -> Result<(), Rejected> {
        if self.kind == kind { Ok(()) } else { self.reject(format!("it is a {}, where a {kind} is due", self.kind)) }
    }

    /// A field.
    pub fn field(&self, name: &str) -> Result<&'j Json, Rejected> {
        self.fields.get(name).map_or_else(|| self.reject(format!("it has no {name}")), Ok)
    }

    /// A field that may be missing.
    pub fn optional(&self, name: &str) -> Option<&'j Json> {
        self.fields.get(name)
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<&'j str, Rejected> {
        self.field(name)?.as_str().map_or_else(|| self.reject(format!("its {name} is no text")), Ok)
    }

    /// A list.
    pub fn list(&self, name: &str) -> Result<&'j [Json], Rejected> {
        list(self.field(name)?).map_or_else(|| self.reject(format!("its {name} is no list")), Ok)
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Result<Vec<&'j str>, Rejected> {
        let texts = self.list(name)?.iter().map(Json::as_str).collect::<Option<Vec<_>>>();
        texts.map_or_else(|| self.reject(format!("its {name} are not texts")), Ok)
    }

    /// An object.
    pub fn object(&self, name: &str) -> Result<&'j Map<String, Json>, Rejected> {
        self.field(name)?.as_object().map_or_else(|| self.reject(format!("its {name} is no object")), Ok)
    }

    /// The nodes in its list of premises.
    pub fn supply(&self) -> Result<Supply, Rejected> {
        let ids = self.list("premises")?.iter().map(number).collect::<Option<Vec<_>>>();
        let ids = ids.map_or_else(|| self.reject("its premises are no numbers"), Ok)?;
        Ok(Supply::new(self.id, ids))
    }

    /// The premises of a conclusion, or of a member of an aggregate.
    pub fn premises(&self, premises: &Json) -> Result<Vec<Premise>, Rejected> {
        let premise = |json: &Json| {
            let literal = match &json["literal"] {
                Json::Null => None,
                literal => Some(u32::try_from(literal.as_u64()?).ok()?),
            };
            Some((literal, number(&json["node"])?))
        };
        let premises = list(premises).and_then(|premises| premises.iter().map(premise).collect());
        premises.map_or_else(|| self.reject("its premises are not literals with nodes"), Ok)
    }

    /// A node that a field of it names.
    pub fn named(&self, json: &Json) -> Result<usize, Rejected> {
        number(json).map_or_else(|| self.reject("it names no node"), Ok)
    }

    /// Its field says this.
    pub fn says(&self, name: &str, expected: &str) -> Result<(), Rejected> {
        let told = self.text(name)?;
        if told == expected { Ok(()) } else { self.reject(format!("its {name} is {told}, not {expected}")) }
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
        let missing = || Rejected { node: Some(self.owner), what: "a premise is missing".to_owned() };
        self.ids.as_slice().first().copied().ok_or_else(missing)
    }

    /// There are no more of them.
    pub fn end(mut self) -> Result<(), Rejected> {
        match self.ids.next() {
            None => Ok(()),
            Some(id) => Err(Rejected { node: Some(self.owner), what: format!("nothing asks for its premise {id}") }),
        }
    }
}
