//! What a proof rests on: the records, facts and answers of relations that the step checker asked for, and nothing else.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use checker::certificate::{Asked, Evidence, Place, Records, Relations, read_value};
use program::checked::{Program, RelId};
use serde_json::{Value as Json, json};
use values::Value;

use crate::canonical::{canonical, read_canonical};
use crate::folder::Fault;

/// Answers to the step checker's questions. Asked the same again, they say the same; what was not asked then has no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    records: BTreeSet<(RelId, Vec<Value>, Stands)>,
    facts: BTreeSet<(RelId, Vec<Value>)>,
    answers: BTreeMap<Asked, Vec<Vec<Value>>>,
    lacking: BTreeMap<RelId, Vec<Vec<usize>>>,
}

/// A place of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stands {
    file: String,
    row: i64,
    unit: Option<String>,
    table: Option<String>,
}

impl Stands {
    fn at(place: &Place<'_>) -> Stands {
        let (unit, table) = (place.unit.map(str::to_owned), place.table.map(str::to_owned));
        Stands { file: place.file.to_owned(), row: place.row, unit, table }
    }
}

impl Records for Heard {
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool {
        self.records.contains(&(relation, tuple.to_vec(), Stands::at(place)))
    }
}

impl Relations for Heard {
    fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        self.facts.contains(&(relation, tuple.to_vec()))
    }

    fn fitting(&self, asked: &Asked) -> Option<Vec<Vec<Value>>> {
        self.answers.get(asked).cloned()
    }

    fn unknown(&self, relation: RelId) -> Option<Vec<Vec<usize>>> {
        self.lacking.get(&relation).cloned()
    }

    fn tuples(&self) -> Vec<&Vec<Value>> {
        self.facts.iter().map(|(_, tuple)| tuple).collect()
    }
}

/// Answers in the place of others, and remembers what was said.
pub struct Listening<'a> {
    evidence: Evidence<'a>,
    heard: RefCell<Heard>,
}

impl<'a> Listening<'a> {
    /// Nothing was asked yet.
    pub fn new(evidence: Evidence<'a>) -> Self {
        Self { evidence, heard: RefCell::default() }
    }

    /// What was said.
    pub fn heard(self) -> Heard {
        self.heard.into_inner()
    }
}

impl Records for Listening<'_> {
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool {
        let stands = self.evidence.records.stands(relation, place, tuple);
        if stands {
            self.heard.borrow_mut().records.insert((relation, tuple.to_vec(), Stands::at(place)));
        }
        stands
    }
}

impl Relations for Listening<'_> {
    fn holds(&self, relation: RelId, tuple: &[Value]) -> bool {
        let holds = self.evidence.relations.holds(relation, tuple);
        if holds {
            self.heard.borrow_mut().facts.insert((relation, tuple.to_vec()));
        }
        holds
    }

    fn fitting(&self, asked: &Asked) -> Option<Vec<Vec<Value>>> {
        if let Some(known) = self.heard.borrow().answers.get(asked) {
            return Some(known.clone());
        }
        let mut answer = self.evidence.relations.fitting(asked)?;
        answer.sort_unstable();
        self.heard.borrow_mut().answers.insert(asked.clone(), answer.clone());
        Some(answer)
    }

    fn unknown(&self, relation: RelId) -> Option<Vec<Vec<usize>>> {
        let unknown = self.evidence.relations.unknown(relation)?;
        self.heard.borrow_mut().lacking.insert(relation, unknown.clone());
        Some(unknown)
    }

    fn tuples(&self) -> Vec<&Vec<Value>> {
        self.evidence.relations.tuples()
    }
}

impl Heard {
    /// A line for each answer, as canonical JSON, in the order of kinds, relations as declared, and values.
    pub fn lines(&self, program: &Program) -> String {
        let name = |relation: &RelId| program.relation(*relation).name.clone();
        let records = self.records.iter().map(|(relation, tuple, stands)| {
            let mut place = json!({"file": stands.file, "row": stands.row.to_string()});
            for (field, text) in [("unit", &stands.unit), ("table", &stands.table)] {
                if let Some(text) = text {
                    place[field] = json!(text);
                }
            }
            json!({"kind": "record", "relation": name(relation), "args": texts(tuple), "place": place})
        });
        let fact = |(relation, tuple): &(RelId, Vec<Value>)| json!({"kind": "fact", "relation": name(relation), "args": texts(tuple)});
        let answers = self.answers.iter().map(|(asked, tuples)| {
            let tuples = tuples.iter().map(|tuple| texts(tuple)).collect::<Vec<_>>();
            let (columns, key) = (numbers(&asked.columns), texts(&asked.key));
            let relation = name(&asked.relation);
            let mut line =
                json!({"kind": "all", "relation": relation, "columns": columns, "key": key, "tuples": tuples});
            if let Some(unknown) = &asked.unknown {
                line["unknown"] = json!(numbers(unknown));
            }
            line
        });
        let lacking = self.lacking.iter().map(|(relation, unknown)| {
            let unknown = unknown.iter().map(|columns| numbers(columns)).collect::<Vec<_>>();
            json!({"kind": "open", "relation": name(relation), "unknown": unknown})
        });
        let all = records.chain(self.facts.iter().map(fact)).chain(answers).chain(lacking);
        all.map(|line| canonical(&line) + "\n").collect()
    }

    /// What lines say.
    ///
    /// # Errors
    /// The first line that says nothing of this program.
    pub fn read(text: &str, program: &Program) -> Result<Heard, Fault> {
        let mut heard = Heard::default();
        for (at, line) in text.split_terminator('\n').enumerate() {
            let json = read_canonical(line).map_err(|malformed| Fault::Malformed(Some(at + 1), malformed))?;
            heard.take(&json, program).ok_or_else(|| Fault::Field(format!("line {}", at + 1)))?;
        }
        Ok(heard)
    }

    fn take(&mut self, json: &Json, program: &Program) -> Option<()> {
        let relation = program.find(json["relation"].as_str()?)?;
        let all = (0..program.relation(relation).columns.len()).collect::<Vec<_>>();
        let read = |json: &Json, columns: &[usize]| values(json, relation, columns, program);
        match json["kind"].as_str()? {
            "record" => {
                let place = &json["place"];
                let (file, row) = (place["file"].as_str()?.to_owned(), place["row"].as_str()?.parse().ok()?);
                let text = |field: &str| place[field].as_str().map(str::to_owned);
                let stands = Stands { file, row, unit: text("unit"), table: text("table") };
                self.records.insert((relation, read(&json["args"], &all)?, stands));
            }
            "fact" => _ = self.facts.insert((relation, read(&json["args"], &all)?)),
            "all" => {
                let columns = read_numbers(&json["columns"], all.len())?;
                let unknown = json.get("unknown").map(|unknown| read_numbers(unknown, all.len()));
                let unknown = unknown.map_or(Some(None), |unknown| unknown.map(Some))?;
                let key = read(&json["key"], &columns)?;
                let known = |column: &usize| unknown.as_ref().is_none_or(|unknown| !unknown.contains(column));
                let known = all.iter().copied().filter(known).collect::<Vec<_>>();
                let tuples = json["tuples"].as_array()?.iter().map(|tuple| read(tuple, &known));
                let tuples = tuples.collect::<Option<Vec<_>>>()?;
                let place = |column: &usize| known.iter().position(|known| known == column);
                let places = columns.iter().map(place).collect::<Option<Vec<_>>>()?;
                let fits = |tuple: &Vec<Value>| places.iter().zip(&key).all(|(place, value)| tuple[*place] == *value);
                if !tuples.iter().all(fits) {
                    return None;
                }
                let is_first = self.answers.insert(Asked { relation, unknown, columns, key }, tuples).is_none();
                return is_first.then_some(());
            }
            "open" => {
                let unknown = json["unknown"].as_array()?.iter().map(|columns| read_numbers(columns, all.len()));
                let is_first = self.lacking.insert(relation, unknown.collect::<Option<_>>()?).is_none();
                return is_first.then_some(());
            }
            _ => return None,
        }
        Some(())
    }
}

fn texts(values: &[Value]) -> Vec<String> {
    values.iter().map(Value::to_string).collect()
}

fn numbers(columns: &[usize]) -> Vec<String> {
    columns.iter().map(usize::to_string).collect()
}

/// Numbers of columns, which ascend, below `end`.
fn read_numbers(json: &Json, end: usize) -> Option<Vec<usize>> {
    let numbers =
        json.as_array()?.iter().map(|number| number.as_str()?.parse().ok()).collect::<Option<Vec<usize>>>()?;
    let is_valid = numbers.is_sorted_by(|a, b| a < b) && numbers.last().is_none_or(|last| *last < end);
    is_valid.then_some(numbers)
}

/// Values of these columns.
fn values(json: &Json, relation: RelId, columns: &[usize], program: &Program) -> Option<Vec<Value>> {
    let texts = json.as_array().filter(|texts| texts.len() == columns.len())?;
    let of = |column: &usize| program.relation(relation).columns[*column].primitive;
    let read = |(text, column): (&Json, &usize)| read_value(of(column), text.as_str()?, &program.shapes);
    texts.iter().zip(columns).map(read).collect()
}
