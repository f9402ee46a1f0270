//! What is written as RFC 4180 is read back as it was.

use proptest::prelude::*;
use values::{Code, Date, Decimal, Value};

use super::*;
use crate::{write_header, write_rows};

const COLUMNS: &str = "a:symbol b:number c:unsigned d:float e:date f:decimal";

fn row() -> impl Strategy<Value = Vec<Value>> {
    let symbol = prop_oneof![
        "[ -~]{0,6}",
        prop::sample::select(vec![
            "",
            "a,b",
            "\"",
            "a\"b\"",
            "x\r\ny",
            "\r",
            "\n",
            "\t",
            "\u{feff}租约，甲",
            "#",
            " a "
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let float = any::<f64>().prop_map(|x| if x.is_nan() { f64::NAN } else { x });
    let date = (0i64..3_652_059).prop_map(|days| Date::new(1, 1, 1).unwrap().add_days(days).unwrap());
    let decimal = (-99_999_999_999_999_999_999_999_999_999_999_999_999i128
        ..=99_999_999_999_999_999_999_999_999_999_999_999_999)
        .prop_flat_map(|mantissa| (Just(mantissa), 0u32..38))
        .prop_map(|(mantissa, shorter)| Decimal::from_mantissa(mantissa / 10i128.pow(shorter)).unwrap());
    (symbol, any::<i64>(), any::<u64>(), float, date, decimal).prop_map(|(a, b, c, d, e, f)| {
        vec![
            Value::symbol(&a),
            Value::Number(b),
            Value::Unsigned(c),
            Value::Float(d),
            Value::Date(e),
            Value::Decimal(f),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_types(
        rows in prop::collection::vec(row(), 0..8),
        delimiter in prop::sample::select(vec![",", ";", "\t", " "]),
        symbols_only in any::<bool>(),
    ) {
        let mut case = Case::new(if symbols_only { "a:symbol" } else { COLUMNS });
        let format = TextFormat { delimiter: delimiter.to_owned(), rfc4180: true, headers: true };
        let primitives: Vec<_> = case.program.relations[0].columns.iter().map(|column| column.primitive).collect();
        let names: Vec<_> = case.program.relations[0].columns.iter().map(|column| column.name.clone()).collect();
        let mut codes: Vec<Vec<Code>> = Vec::new();
        for row in &rows {
            let row = row.iter().take(primitives.len()).map(|value| case.dictionary.encode(value)).collect();
            if !codes.contains(&row) {
                codes.push(row);
            }
        }

        let mut text = Vec::new();
        write_header(&mut text, &format, &names).unwrap();
        let written = write_rows(&mut text, &format, &primitives, &codes, &case.dictionary).unwrap();
        prop_assert_eq!(written.ambiguous, None);
        prop_assert_eq!(written.rows, codes.len() as u64);

        let columns: Vec<&str> = names.iter().map(String::as_str).collect();
        case = case.file("r.csv", &text).csv(|input| (input.format, input.columns) = (lines(format), named(&columns)));
        let records = case.load();
        let loaded = &records.relations[0];
        let read: Vec<Vec<Code>> =
            (0..loaded.len() as usize).map(|fact| loaded.columns.iter().map(|column| column[fact]).collect()).collect();
        prop_assert_eq!(read, codes, "{}", String::from_utf8_lossy(&text));
    }
}
