//! No row is lost: for any text at all, every row is accounted for and every fact has its places.

use proptest::prelude::*;

use super::*;

/// Pieces that small files are made of.
fn any_text() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"a",
        b"7",
        b"07",
        b"-1",
        b"2023-02-28",
        b"2023-02-31",
        b"1.50",
        b"x y",
        b"\xff",
        b",",
        b",",
        b",",
        b"\t",
        b"\"",
        b"\"\"",
        b"\n",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b"\xef\xbb\xbf",
        b"",
    ];
    let mark = prop::sample::select(vec!["", "\u{feff}"]);
    let content = prop::collection::vec(prop::sample::select(pieces), 0..60);
    (mark, content).prop_map(|(mark, pieces)| [mark.as_bytes(), &pieces.concat()].concat())
}

fn without_marks(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").map_or(text, without_marks)
}

/// The lines of a plain text, counted apart from the code under test.
fn lines(text: &[u8]) -> u32 {
    let text = without_marks(text);
    let breaks = text.iter().filter(|byte| **byte == b'\n').count() as u32;
    breaks + u32::from(!text.is_empty() && !text.ends_with(b"\n"))
}

/// The records of a quoted text, empty lines included.
fn quoted_rows(text: &[u8]) -> u32 {
    let text = String::from_utf8_lossy(without_marks(text));
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    #[derive(PartialEq)]
    enum Now {
        FieldStart,
        Field,
        Quotes,
        QuoteInQuotes,
    }
    let (mut now, mut rows, mut ended) = (Now::FieldStart, 0, true);
    for c in text.chars() {
        (now, ended) = match (now, c) {
            (Now::Quotes, '"') => (Now::QuoteInQuotes, false),
            (Now::Quotes, _) | (Now::QuoteInQuotes | Now::FieldStart, '"') => (Now::Quotes, false),
            (_, '\n') => (Now::FieldStart, true),
            (_, ',') => (Now::FieldStart, false),
            _ => (Now::Field, false),
        };
        rows += u32::from(ended);
    }
    rows + u32::from(!ended)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_accounted_for(
        first in any_text(),
        second in any_text(),
        columns in prop::sample::select(vec!["", "a:symbol", "a:number", "a:symbol b:number", "a:symbol b:date c:decimal"]),
        rfc4180 in any::<bool>(),
        skip_blank in any::<bool>(),
    ) {
        let format = if rfc4180 { quoted() } else { plain(",") };
        let mut case = Case::new(columns).collecting().file("1", &first).file("2", &second);
        for name in ["1", "2"] {
            case = case.input(|input| {
                (input.source, input.format) = (file(name), super::lines(format.clone()));
                input.skip_blank = if skip_blank { (0..3).collect() } else { Vec::new() };
            });
        }
        let records = case.load();
        let loaded = &records.relations[0];
        let sum = |of: fn(&SourceReport) -> u32| records.sources.iter().map(of).sum::<u32>();

        for report in &records.sources {
            prop_assert_eq!(report.read, report.facts + report.repeats + report.blank + report.rejected);
        }
        let rows = if rfc4180 { quoted_rows } else { lines };
        prop_assert_eq!(sum(|report| report.read), rows(&first) + rows(&second));
        prop_assert_eq!(sum(|report| report.facts), loaded.len());
        prop_assert_eq!(sum(|report| report.rejected) as usize, records.rejects.len());

        let mut places: Vec<Locator> = (0..loaded.len()).flat_map(|fact| loaded.locators(fact)).collect();
        prop_assert!(places.iter().all(|place| place.row <= records.sources[place.source as usize].read));
        prop_assert_eq!(places.len() as u32, sum(|report| report.facts + report.repeats));
        places.extend(records.rejects.iter().map(|reject| reject.locator));
        places.sort_unstable();
        prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "a row counts once: {places:?}");

        let mut facts = case.facts(&records, 0);
        facts.sort();
        facts.dedup();
        prop_assert_eq!(facts.len() as u32, loaded.len());
    }
}
