//! What is loaded does not depend on the number of threads, nor on where a text is cut into chunks; and it is what reading
//! row by row gives.

use std::collections::BTreeMap;

use csv::ReaderBuilder;
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;
use values::{Code, Date, Decimal, Value};

use super::*;

const COLUMNS: &str = "a:symbol b:number c:date d:decimal e:symbol";

/// A row of cells, good and bad ones, with as many fields as there are columns or not.
fn row() -> impl Strategy<Value = String> {
    let symbol = prop::sample::select(vec![
        "x",
        "y",
        "租约",
        "",
        "\"q\"",
        "\"a,b\"",
        "\"c\nd\"",
        "\"e\r\nf\"",
        "\"g \"\"h\"\"\"",
        "5\"",
        "\"k\"l",
        "\u{feff}\"z\"",
        "\u{feff}",
    ]);
    let number = prop::sample::select(vec!["1", "-1", "007", "5000000000", "1073741824", "x", "", " 4", "\"12\""]);
    let date = prop::sample::select(vec!["2024-02-29", "2023-02-29", "2020-01-01", "\"2020-01-01\"", ""]);
    let decimal = prop::sample::select(vec!["1.50", "-2", "0.001", "99999999.99", "1.", "1e3"]);
    let count = prop::sample::select(vec![5, 5, 5, 5, 5, 4, 1]);
    let ending = prop::sample::select(vec!["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n\r\n"]);
    (symbol.clone(), number, date, decimal, symbol, count, ending)
        .prop_map(|(a, b, c, d, e, count, ending)| [a, b, c, d, e][..count].join(",") + ending)
}

fn any_text() -> impl Strategy<Value = Vec<u8>> {
    let usual = "x,1,2024-02-29,1.50,y\n".to_owned();
    let rows = prop::collection::vec(prop_oneof![4 => row(), 1 => Just(usual)], 0..40);
    let end = prop::sample::select(vec![
        &b""[..],
        b"",
        b"",
        b"\"open,1\nx\n",
        b"\xff,1\n\"\xe7\"\xa7\x9f,1,2020-01-01,1,z\n",
        b"last,1,2020-01-01,1,z",
    ]);
    (rows, end).prop_map(|(rows, end)| [rows.concat().as_bytes(), end].concat())
}

/// Everything that loading says, in words and in codes.
#[derive(Debug, PartialEq)]
struct Outcome {
    columns: Vec<Vec<Code>>,
    facts: Vec<Vec<String>>,
    places: Vec<Vec<Locator>>,
    accounts: Vec<[u32; 5]>,
    rejects: Vec<(Locator, Option<String>, String, String)>,
    symbols: usize,
}

fn outcome(case: &mut Case, threads: usize, chunk_bytes: usize) -> Outcome {
    case.dictionary = Dictionary::default();
    case.limits.chunk_bytes = chunk_bytes;
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let records = pool.install(|| case.load());
    let loaded = &records.relations[0];
    let reject = |reject: &crate::Reject| {
        let message = reject.diagnostic.message(Lang::En);
        (reject.locator, reject.column.clone(), reject.text.clone(), message)
    };
    Outcome {
        columns: loaded.columns.clone(),
        facts: case.facts(&records, 0),
        places: (0..loaded.len()).map(|fact| loaded.locators(fact).collect()).collect(),
        accounts: records.sources.iter().map(account).collect(),
        rejects: records.rejects.iter().map(reject).collect(),
        symbols: case.dictionary.symbol_count(),
    }
}

/// The value of a cell as the exact readers have it.
fn value(primitive: Primitive, cell: &str) -> Option<Value> {
    match primitive {
        Primitive::Number => cell.trim_start().parse().ok().map(Value::Number),
        Primitive::Date => Date::parse(cell).ok().map(Value::Date),
        Primitive::Decimal => Decimal::parse(cell).ok().map(Value::Decimal),
        _ => Some(Value::symbol(cell)),
    }
}

/// The codes of the distinct rows of a text without faults, in the order of reading, read one after the other.
fn slow(texts: &[&[u8]], primitives: &[Primitive]) -> Vec<Vec<Code>> {
    let mut dictionary = Dictionary::default();
    let mut facts = Vec::new();
    let mut known = BTreeMap::new();
    for text in texts {
        // A byte order mark is none behind a line break.
        let text = [b"\n", *text].concat();
        for record in ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&text[..]).records() {
            let record = record.unwrap();
            let values = record.iter().zip(primitives).map(|(cell, primitive)| value(*primitive, cell));
            let Some(values) = values.collect::<Option<Vec<_>>>().filter(|values| values.len() == primitives.len())
            else {
                continue;
            };
            let codes: Vec<Code> = values.iter().map(|value| dictionary.encode(value)).collect();
            if known.insert(codes.clone(), ()).is_none() {
                facts.push(codes);
            }
        }
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn neither_threads_nor_chunks_are_to_be_seen(
        first in any_text(),
        second in any_text(),
        rfc4180 in any::<bool>(),
        headers in any::<bool>(),
        with_row in any::<bool>(),
    ) {
        let format = TextFormat { headers, ..if rfc4180 { quoted() } else { plain(",") } };
        let columns = if with_row { format!("{COLUMNS} n:unsigned") } else { COLUMNS.to_owned() };
        let mut case = Case::new(&columns).collecting();
        for (name, text) in [("1", &first), ("2", &second)] {
            let head: &[u8] = if headers { b"\xef\xbb\xbfa,\"b\",c,d,e\n" } else { b"" };
            case = case.file(name, [head, text].concat()).input(|input| {
                (input.source, input.format, input.row) = (file(name), lines(format.clone()), with_row.then_some(5));
            });
        }
        let expected = outcome(&mut case, 1, 1 << 20);
        for (threads, chunk_bytes) in [(2, 1 << 20), (1, 16), (2, 16), (7, 16), (2, 50), (7, 333)] {
            prop_assert_eq!(&outcome(&mut case, threads, chunk_bytes), &expected, "{} threads, {} bytes", threads, chunk_bytes);
        }
    }

    #[test]
    fn what_is_loaded_is_what_row_by_row_gives(
        first in prop::collection::vec(row(), 0..40),
        second in prop::collection::vec(row(), 0..40),
        chunk_bytes in prop::sample::select(vec![16, 60, 1 << 20]),
    ) {
        let texts = [first.concat(), second.concat()];
        let mut case = Case::new(COLUMNS).collecting();
        for (name, text) in ["1", "2"].into_iter().zip(&texts) {
            case = case.file(name, text).input(|input| (input.source, input.format) = (file(name), lines(quoted())));
        }
        // Marks at the beginning of a file are no content.
        let texts = texts.each_ref().map(|text| text.trim_start_matches('\u{feff}').as_bytes());
        let primitives: Vec<_> = case.program.relations[0].columns.iter().map(|column| column.primitive).collect();
        let loaded = outcome(&mut case, 2, chunk_bytes);
        let rows: Vec<Vec<Code>> = (0..loaded.facts.len())
            .map(|fact| loaded.columns.iter().map(|column| column[fact]).collect())
            .collect();
        prop_assert_eq!(rows, slow(&texts, &primitives));
    }
}

#[test]
fn symbols_are_limited() {
    for chunk_bytes in [2, 1 << 20] {
        let mut case = Case::new("a:symbol b:symbol").input(|_| ()).input(|input| input.source = file("s.facts"));
        case = case.file("r.facts", "x\ty\ny\tx\n").file("s.facts", "x\tx\nx\tz\n");
        (case.limits.symbols, case.limits.chunk_bytes) = (3, chunk_bytes);
        assert_eq!(case.load().relations[0].len(), 4);
        case.dictionary = Dictionary::default();
        case.limits.symbols = 2;
        assert_eq!(case.errors(), ["SY0412 the records hold more than 2 distinct texts"]);
        case.dictionary = Dictionary::default();
        let label = case.try_load().unwrap_err()[0].label(Lang::En);
        assert!(label.contains("s.facts") && label.ends_with("which relation `r` reads"), "{label}");
    }
}

#[test]
fn one_field_may_fill_several_columns() {
    let mut case = Case::new("a:symbol b:symbol c:number d:symbol")
        .input(|input| input.columns = numbered(&[0, 0, 0, 1]))
        .file("r.facts", "7\tx\n8\t7\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["7", "7", "7", "x"], ["8", "8", "8", "7"]]);
    assert_eq!(case.dictionary.symbol_count(), 3);
}
