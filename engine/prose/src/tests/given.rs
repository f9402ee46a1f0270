//! Programs and questions for tests.

use checker::certificate::{Evidence, Place, WholeRelations, verify};
use diagnostics::{Files, Lang};
use eval::{Model, Records};
use program::checked::{ModelId, Program, RelId};
use program::{LoadError, Loaded, Loader, check};
use proof::{Derivation, Lacking, Limits, Locators, Missing, Question, Reach, RecordPlace, RecordUnit, WhyNot};
use values::{Dictionary, Value};

use crate::Telling;

/// A checked program with the records of some of its relations.
pub(super) struct Given {
    pub(super) program: Program,
    pub(super) files: Files,
    records: Vec<(RelId, Vec<Vec<Value>>)>,
}

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

/// Every record stands in `NAME.csv`, behind a header; the first one is repeated at the end of the file.
struct Places<'a>(&'a Given);

impl Locators for Places<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let file = format!("{}.csv", self.0.program.relation(relation).name);
        let mut rows = vec![row + 2];
        rows.extend((row == 0).then_some(100));
        rows.into_iter()
            .map(|row| RecordPlace { file: file.clone(), unit: RecordUnit::Row, number: row.into() })
            .collect()
    }
}

impl checker::certificate::Records for Places<'_> {
    fn stands(&self, relation: RelId, place: &Place<'_>, tuple: &[Value]) -> bool {
        let named =
            |known: &RecordPlace| *place == Place { file: &known.file, row: known.number, unit: None, table: None };
        let Some((_, rows)) = self.0.records.iter().find(|(of, _)| *of == relation) else { return false };
        [place.row - 2, 0].into_iter().filter_map(|row| u32::try_from(row).ok()).any(|row| {
            let own = rows.get(row as usize).is_some_and(|own| own == tuple);
            own && self.places(relation, row).iter().any(named)
        })
    }
}

impl Given {
    /// The program of this text; it must be free of errors.
    pub(super) fn program(text: &str) -> Given {
        let mut files = Files::default();
        let main = files.add("m.dl", text);
        let checked = check(&mut files, main, &mut NoFiles);
        let found = checked.diagnostics.iter().map(|found| found.message(Lang::En)).collect::<Vec<_>>();
        let program = checked.program.unwrap_or_else(|| panic!("{found:?}"));
        Given { program, files, records: Vec::new() }
    }

    /// With these records of a relation.
    pub(super) fn records(mut self, relation: &str, rows: Vec<Vec<Value>>) -> Given {
        let relation = self.program.find(relation).unwrap();
        self.records.push((relation, rows));
        self
    }

    fn model(&self) -> Model<'_> {
        let mut dictionary = Dictionary::new(self.program.shapes.clone());
        let empty = |relation: &program::checked::Relation| Records::empty(relation.columns.len());
        let mut loaded = self.program.relations.iter().map(empty).collect::<Vec<_>>();
        for (relation, rows) in &self.records {
            let records = &mut loaded[relation.0 as usize];
            for row in rows {
                records.len += 1;
                for (column, value) in records.columns.iter_mut().zip(row) {
                    column.push(dictionary.encode(value));
                }
            }
        }
        eval::evaluate(&self.program, dictionary, loaded, &eval::Limits::default(), &eval::Unwatched).unwrap()
    }

    fn question(&self, relation: &str, args: Vec<Option<Value>>) -> Question {
        Question { relation: self.program.find(relation).unwrap(), args }
    }

    /// What `tell` says about the derivation of a fact.
    pub(super) fn why<T>(
        &self,
        relation: &str,
        args: Vec<Option<Value>>,
        limits: &Limits,
        tell: impl FnOnce(&Derivation, &Model<'_>) -> T,
    ) -> T {
        let model = self.model();
        let derivation = proof::explain(&model, &Places(self), &self.question(relation, args), limits);
        self.certify(&derivation, &model, limits);
        tell(&derivation, &model)
    }

    /// The step checker accepts the derivation, unless something was left out of it.
    fn certify(&self, derivation: &Derivation, model: &Model<'_>, limits: &Limits) {
        let relations = self.program.relation_ids();
        let relations = relations.map(|id| model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect());
        let relations = relations.collect::<Vec<_>>();
        let evidence = Evidence { records: &Places(self), relations: &WholeRelations::new(&relations, &[]) };
        let json = crate::json(derivation, model, &self.files);
        let verdict = verify(&json, &self.program, &self.files, evidence);
        assert!(verdict.is_ok() || limits.depth.is_some(), "{}\n{json:#}", verdict.unwrap_err());
    }

    /// What `tell` says about a fact that does not hold.
    pub(super) fn why_not<T>(
        &self,
        relation: &str,
        args: Vec<Option<Value>>,
        tell: impl FnOnce(&WhyNot, &Question, &Model<'_>, &dyn Locators) -> T,
    ) -> T {
        let (model, question) = (self.model(), self.question(relation, args));
        tell(&proof::why_not(&model, &question), &question, &model, &Places(self))
    }
}

impl Given {
    /// What `tell` says about a fact that does not hold and what comes near to it.
    pub(super) fn lacking<T>(
        &self,
        relation: &str,
        args: Vec<Option<Value>>,
        lang: Lang,
        tell: impl FnOnce(&[Lacking], &Telling<'_>) -> T,
    ) -> T {
        let (model, question, places) = (self.model(), self.question(relation, args), Places(self));
        let lacking = proof::lacking(&model, &self.program, &question, &Reach::default());
        tell(&lacking, &Telling { model: &model, locators: &places, files: &self.files, lang, width: 80 })
    }

    /// What `tell` says about what the candidates of the only model lack; `self` holds the program as written.
    pub(super) fn missing<T>(&self, lang: Lang, tell: impl FnOnce(&Missing, &Program, &Telling<'_>) -> T) -> T {
        let (model, places) = (self.model(), Places(self));
        let missing = proof::missing(&model, &self.program, ModelId(0), 3).expect("it names candidates");
        let telling = Telling { model: &model, locators: &places, files: &self.files, lang, width: 80 };
        tell(&missing, &self.program, &telling)
    }
}

/// The canonical derivation of up to ten answers.
pub(super) const PLAIN: Limits = Limits { all: false, depth: None, answers: 10 };

/// A row of symbols, dates (`2021-01-05`), decimals (`12.5m`) and numbers.
pub(super) fn row(cells: &[&str]) -> Vec<Value> {
    cells.iter().map(|cell| value(cell)).collect()
}

fn value(cell: &str) -> Value {
    if let Ok(number) = cell.parse() {
        return Value::Number(number);
    }
    if let Ok(day) = values::Date::parse(cell) {
        return Value::Date(day);
    }
    match cell.strip_suffix('m').map(values::Decimal::parse) {
        Some(Ok(decimal)) => Value::Decimal(decimal),
        _ => Value::symbol(cell),
    }
}

/// The model law of the golden texts: an auction with a long lease, its rent paid at once, and no possession.
pub(super) fn auction() -> Given {
    let program = "\
.decl 拍卖(案: symbol, 标的: symbol, 日: date)
.decl 租约(编号: symbol, 标的: symbol, 起: date, 年限: number, 租金: decimal)
.decl 付款(租约: symbol, 金额: decimal)
.decl 占有(标的: symbol, 何人: symbol)
.input 拍卖, 租约, 付款, 占有(rfc4180=true)
.decl 长租年限(年: number)
长租年限(10).
.decl 长租(案: symbol, 租约: symbol)
/// 开拍之日起算，剩余租期
/// 达到长租年限。
@[norm = 民法典_725]
长租(案, 租) :- 拍卖(案, 物, 日), 租约(租, 物, 起, 期, _), 长租年限(年), 日 + 1 < add_years(起, 期), 期 >= 年.
.decl 付清(租约: symbol, 总额: decimal)
付清(租, 总) :- 租约(租, _, _, _, 金), 总 = sum 额 : 付款(租, 额), 总 / 金 >= 0.5m.
.decl 线索(案: symbol, 租约: symbol)
.output 线索
@[clue = A]
@[name = \"长租低价\"]
@[norm = 民法典_725]
@[norm = 异议规定_31]
线索(案, 租) :- 长租(案, 租), 租约(租, 物, _, _, _), (付清(租, _) ; contains(\"免\", 租)), !占有(物, _).
";
    Given::program(program)
        .records("拍卖", vec![row(&["案-1", "P-1", "2021-01-05"]), row(&["案-2", "P-2", "2021-01-05"])])
        .records(
            "租约",
            vec![row(&["L-1", "P-1", "2001-03-01", "20", "1000m"]), row(&["L-2", "P-2", "2001-03-01", "20", "1000m"])],
        )
        .records("付款", vec![row(&["L-1", "300m"]), row(&["L-1", "400.5m"]), row(&["L-2", "900m"])])
        .records("占有", vec![row(&["P-2", "张某"])])
}
