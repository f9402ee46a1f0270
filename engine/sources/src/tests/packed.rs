//! Packed texts.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::{packed, write_rows};

fn gzip(text: &str) -> Vec<u8> {
    let mut packing = GzEncoder::new(Vec::new(), Compression::default());
    packing.write_all(text.as_bytes()).unwrap();
    packing.finish().unwrap()
}

#[test]
fn a_packed_file_is_known_by_its_first_bytes() {
    let mut case = Case::new("a:symbol b:number").csv(|_| ()).file("r.csv", gzip("\u{feff}a,b\nx,1\ny,2\nx,1\n"));
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["y", "2"]]);
    assert_eq!(account(&records.sources[0]), [3, 2, 1, 0, 0]);
    assert_eq!(records.relations[0].locators(0).collect::<Vec<_>>(), [at(0, 2), at(0, 4)]);

    let parts = [gzip("x\n"), gzip("y\n")].concat();
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", parts);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"], ["y"]]);
}

#[test]
fn a_text_larger_than_a_chunk() {
    let text: String = (0..300_000).map(|n| format!("{n}\n")).collect();
    let mut case = Case::new("a:number").input(|_| ()).file("r.facts", gzip(&text));
    case.limits.chunk_bytes = 1000;
    assert_eq!(case.load().relations[0].len(), 300_000);
}

#[test]
fn damage_is_an_error_with_a_place() {
    let whole = gzip(&"a line\n".repeat(1000));
    let mut flipped = whole.clone();
    let check = flipped.len() - 6;
    flipped[check] ^= 1;
    let cases: [(&[u8], &str); 4] = [
        (&whole[..whole.len() - 9], "it ends too early"),
        (&whole[..7], "it ends too early"),
        (&flipped, "its bytes are not those that were packed"),
        (&[&whole[..], b"more than a header"].concat(), "its bytes are not those that were packed"),
    ];
    for (bytes, reason) in cases {
        let mut case = Case::new("a:symbol").input(|_| ()).collecting().file("r.facts", bytes);
        let expected = format!("SY0446 the record file `facts/r.facts` is packed and damaged: {reason}");
        assert_eq!(case.errors(), [expected]);
        assert_eq!(case.try_load().unwrap_err()[0].span, Some(span(1)));
    }
}

#[test]
fn a_bomb_is_stopped_at_the_limit_of_a_text() {
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", gzip(&"a".repeat(1 << 20)));
    case.limits.file_bytes = 1 << 19;
    assert_eq!(case.errors(), ["SY0403 the record file `facts/r.facts` is larger than the limit of 524288 bytes"]);
}

#[test]
fn what_is_packed_is_read_back_and_equal_texts_give_equal_bytes() {
    let mut dictionary = Dictionary::default();
    let rows = [[dictionary.symbol("租约")], [dictionary.symbol("b")]];
    let pack = || {
        let mut out = Vec::new();
        packed(&mut out, |out| write_rows(out, &plain("\t"), &[Primitive::Symbol], rows, &dictionary)).unwrap();
        out
    };
    let bytes = pack();
    assert_eq!(bytes, pack());
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", bytes);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["租约"], ["b"]]);
}
