//! What a node says of a relation, and by what it is known.

use program::checked::{Law, RelId};
use values::Value;

use super::node::Node;
use super::words::words;
use super::{Place, Rejected, Verifier};

/// A tuple that the proof has shown.
#[derive(Clone)]
pub struct Statement {
    /// Its relation.
    pub relation: RelId,
    /// Its values.
    pub args: Vec<Value>,
    /// Where it is no tuple of the relation, but the result of a rule (its number) under the law of a day: which of the two days, and the
    /// day.
    pub version: Option<(usize, usize, Value)>,
}

/// Kinds of nodes that are part of the reasons of others.
const PARTS: [&str; 8] =
    ["comparison", "computation", "parameter", "in_force", "precedence", "absence", "exception", "aggregate"];

impl<'a> Verifier<'a> {
    /// What a node says, where it says it by itself.
    pub(super) fn statement(&mut self, node: Node<'a>) -> Result<Option<Statement>, Rejected> {
        let statement = match node.kind {
            "record" => self.record(&node)?,
            "given" => self.given(&node)?,
            "fact" => self.conclusion(&node)?,
            "implied" => self.implied(&node)?,
            "repeated" => self.repeated(&node)?,
            part if PARTS.contains(&part) => return Ok(None),
            other => return node.reject(words!("nobody knows what a {other} is", "没有名为 {other} 的种类")),
        };
        if statement.version.is_none() {
            self.stays(&node, &statement)?;
        }
        Ok(Some(statement))
    }

    /// Relation and values of a node.
    pub(super) fn tuple(&self, node: &Node<'_>) -> Result<Statement, Rejected> {
        let name = node.text("relation")?;
        let Some(relation) = self.program.find(name) else {
            return node.reject(words!("there is no relation {name}", "没有名为 {name} 的关系"));
        };
        let args = self.values(node, relation, &node.texts("args")?)?;
        Ok(Statement { relation, args, version: None })
    }

    /// Values of a relation's columns.
    pub(super) fn values(&self, node: &Node<'_>, relation: RelId, texts: &[&str]) -> Result<Vec<Value>, Rejected> {
        let columns = &self.program.relation(relation).columns;
        if columns.len() != texts.len() {
            return node.reject(words!(
                "it has {} values for {} columns",
                "有 {} 个值，而关系有 {} 列",
                texts.len(),
                columns.len()
            ));
        }
        let value = |(text, column): (&&str, &program::checked::Column)| {
            let value = self.reader.read(column.primitive, text);
            value.map_or_else(
                || node.reject(words!("{text} is no {}", "{text} 不是 {} 类型的值", column.primitive.name())),
                Ok,
            )
        };
        texts.iter().zip(columns).map(value).collect()
    }

    /// The record stands at every place named, and there is one.
    fn record(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        let statement = self.tuple(node)?;
        let sources = node.list("sources")?;
        if sources.is_empty() {
            return node.reject(words!("it says of no place that the record stands there", "没有指明记录所在的位置"));
        }
        for source in sources {
            let text = |field: &str| source.get(field).map(|text| text.as_str().ok_or(()));
            let (file, unit, table) = (text("file"), text("unit").transpose(), text("table").transpose());
            let (Some(Ok(file)), Some(row), Ok(unit), Ok(table)) = (file, source["row"].as_i64(), unit, table) else {
                return node.reject(words!("it names no place", "没有指明位置"));
            };
            let place = Place { file, row, unit, table };
            if !self.evidence.records.stands(statement.relation, &place, &statement.args) {
                return node.reject(words!(
                    "no such record stands at {}:{}",
                    "{} 第 {} 行没有这条记录",
                    place.file,
                    place.row
                ));
            }
        }
        Ok(statement)
    }

    /// A tuple behind the number of the round in which it was new.
    fn repeated(&mut self, node: &Node<'a>) -> Result<Statement, Rejected> {
        let statement = self.tuple(node)?;
        let Law::DeltaOf(watched) = self.program.relation(statement.relation).law else {
            return node.reject(words!("its relation watches no other one", "该关系不跟踪别的关系"));
        };
        if node.field("of")?.is_null() {
            return node.folded();
        }
        let of = node.named(node.field("of")?)?;
        let repeated = self.fact(node, of)?;
        if (repeated.relation, &repeated.args[..]) != (watched, &statement.args[1..]) {
            return node.reject(words!("it repeats something else", "它重复的是另一事实"));
        }
        self.notes
            .insert(words!("in which round a fact was new is taken as it is told", "事实在哪一轮首次得出，以所载为准"));
        Ok(statement)
    }

    /// The fact that an earlier node has shown.
    pub(super) fn fact(&self, node: &Node<'_>, id: usize) -> Result<&Statement, Rejected> {
        match self.said.get(id).filter(|_| id < node.id) {
            Some(Some(statement)) if statement.version.is_none() => Ok(statement),
            Some(_) => node.reject(words!("its premise {id} is no fact", "前提 {id} 不是事实")),
            None => node.reject(words!("its premise {id} does not come before it", "前提 {id} 不在它之前")),
        }
    }

    /// The fact is one of its relation in the end, unless it says what took its place.
    fn stays(&mut self, node: &Node<'a>, statement: &Statement) -> Result<(), Rejected> {
        let relation = self.program.relation(statement.relation);
        let holds = self.whole.holds(statement.relation, &statement.args);
        match node.optional("replaced") {
            Some(replaced) if !holds => return self.replaced(node, statement, replaced),
            Some(_) => {
                return node
                    .reject(words!("it says that it was replaced, but it is there", "它称已被取代，但它仍然成立"));
            }
            None if !holds => {
                return node.reject(words!(
                    "the relation {} does not hold it",
                    "关系 {} 中没有这一事实",
                    relation.name
                ));
            }
            None => {}
        }
        if let Law::Choice(_) = relation.law {
            self.notes.insert(words!(
                "{}: each fact has a rule and is the only one of its key; that it came first is not shown",
                "{}：各事实有规则得出，且为其键的唯一事实；它最先得出一节未予证明",
                relation.name
            ));
            return self.alone(node, statement);
        }
        Ok(())
    }

    /// No other tuple of the relation has one of its keys.
    fn alone(&mut self, node: &Node<'a>, statement: &Statement) -> Result<(), Rejected> {
        let Law::Choice(keys) = &self.program.relation(statement.relation).law else { return Ok(()) };
        for key in keys {
            let pattern = (0..statement.args.len()).map(|at| key.contains(&at).then(|| statement.args[at].clone()));
            if self.whole.count(statement.relation, &pattern.collect::<Vec<_>>()) != 1 {
                return node.reject(words!("another fact has its key", "另一事实有相同的键"));
            }
        }
        Ok(())
    }
}
