//! Texts that are no UTF-8.

use super::*;

fn encoded(encoding: Encoding) -> impl FnOnce(&mut Input) {
    move |input| {
        let format = TextFormat { headers: true, ..quoted() };
        input.format = InputFormat::Text { format, encoding };
        input.columns = named(&["当事人", "金额"]);
    }
}

#[test]
fn gb18030_with_characters_of_four_bytes() {
    let text = "金额,当事人\n12.5,张三\n300,㐂𠮷\n";
    let (bytes, _, failed) = encoding_rs::GB18030.encode(text);
    assert!(!failed);
    let mut case = Case::new("who:symbol amount:decimal").csv(encoded(Encoding::Gb18030)).file("r.csv", &bytes);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["张三", "12.5"], ["㐂𠮷", "300"]]);
}

#[test]
fn rows_in_another_encoding_are_rejected_with_their_place() {
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    // The second row is UTF-8: `三月` has six bytes there, of which GB 18030 makes three other characters; `张` makes it stumble.
    let parts = [gb("金额,当事人\n1,李四\n"), b"2,\xff\xfe\n".to_vec(), gb("3,王五\n")];
    let mut case = Case::new("who:symbol amount:decimal")
        .csv(encoded(Encoding::Gb18030))
        .file("r.csv", parts.concat())
        .collecting();
    let records = case.load();
    assert_eq!(account(&records.sources[0]), [3, 2, 0, 0, 1]);
    let reject = &records.rejects[0];
    assert_eq!((reject.locator, reject.diagnostic.code()), (at(0, 3), "SY0433"));
    assert!(reject.diagnostic.message(Lang::En).ends_with("row 3: bytes that are not GB 18030"));
    assert_eq!(records.relations[0].locators(1).collect::<Vec<_>>(), [at(0, 4)]);
}

#[test]
fn utf16_in_either_order() {
    let text = "金额,当事人\n7,赵六\n";
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [little, big, bare] {
        let mut case = Case::new("who:symbol amount:decimal").csv(encoded(Encoding::Utf16)).file("r.csv", bytes);
        let records = case.load();
        assert_eq!(case.facts(&records, 0), [["赵六", "7"]]);
    }
}
