//! Files that are no workbooks, or broken ones.

use std::io::{Cursor, Read};

use rust_xlsxwriter::Workbook as Xlsx;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;

/// The workbook with a part written anew.
fn changed(bytes: &[u8], part: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    let mut change = Some(change);
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        if name == part {
            content = change.take().unwrap()(content);
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(content.as_bytes()).unwrap();
    }
    assert!(change.is_none(), "there is no {part}");
    written.finish().unwrap().into_inner()
}

fn simple() -> Vec<u8> {
    workbook(|sheet| {
        sheet.write_row(0, 0, ["a", "b"]).unwrap();
        sheet.write_row(1, 0, [1, 2]).unwrap();
        sheet.write_row(2, 0, [3, 4]).unwrap();
    })
}

#[test]
fn what_is_no_workbook() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("deals.csv", SimpleFileOptions::default()).unwrap();
    let archive = archive.finish().unwrap().into_inner();
    for bytes in [&b""[..], b"a,b\n1,2\n", b"<html><table>", &archive] {
        assert!(told(bytes, None).starts_with("SY0460 `{file}` is no workbook | open it"), "{}", told(bytes, None));
    }
}

#[test]
fn what_is_cut_off_is_damaged() {
    let bytes = simple();
    for end in [4, 100, bytes.len() / 2, bytes.len() - 1] {
        assert!(told(&bytes[..end], None).starts_with("SY0462 the workbook `{file}` is damaged: "), "{end}");
    }
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    old.resize(2000, 0x41);
    assert!(told(&old, None).starts_with("SY0462 "), "{}", told(&old, None));
}

#[test]
fn every_changed_byte_is_survived() {
    let bytes = simple();
    let mut read = 0;
    for at in (0..bytes.len()).step_by(7) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x5a;
        if let Ok(mut opened) = Workbook::open(file(&changed), &sheet(None, (1, 1))) {
            read += usize::from(opened.read(&[0], &mut |_, _| ControlFlow::Continue(())).is_ok());
        }
    }
    // Checksums find most of them.
    assert!(read < bytes.len() / 14, "{read}");
}

#[test]
fn an_encrypted_workbook_says_so() {
    let encrypted = container(&["EncryptedPackage", "EncryptionInfo"]);
    let expected = "SY0461 the workbook `{file}` is protected by a password | open it in the spreadsheet program, \
                    remove the password (File, Info, Protect Workbook), and save it";
    assert_eq!(told(&encrypted, None), expected);
    // As spreadsheet programs encrypt (ECMA-376, agile encryption).
    assert_eq!(told(include_bytes!("files/locked.xlsx"), None), expected);
    let empty = container(&["Other"]);
    assert!(told(&empty, None).starts_with("SY0462 "), "{}", told(&empty, None));
}

/// A container as older programs write it: a header, a table of sectors, and a folder of these names, each without content.
fn container(names: &[&str]) -> Vec<u8> {
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    for word in [0x003e_u16, 3, 0xfffe, 9, 6] {
        header.extend(word.to_le_bytes());
    }
    header.resize(44, 0);
    // One sector with the table of sectors; the folder begins at sector 1; no further tables.
    for word in [1_u32, 1, 0, 4096, 0xffff_fffe, 0, 0xffff_fffe, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    header.resize(512, 0xff);
    let mut table = [0xffff_fffd_u32, 0xffff_fffe].map(u32::to_le_bytes).concat();
    table.resize(512, 0xff);
    let mut folder = Vec::new();
    for (name, kind) in std::iter::once(("Root Entry", 5_u8)).chain(names.iter().map(|name| (*name, 2))) {
        let mut entry = name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let length = entry.len() as u16 + 2;
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([0xff; 12]);
        entry.resize(116, 0);
        entry.extend(0xffff_fffe_u32.to_le_bytes());
        entry.resize(128, 0);
        folder.extend(entry);
    }
    folder.resize(512, 0);
    [header, table, folder].concat()
}

#[test]
fn two_sheets_of_one_name() {
    let mut workbook = Xlsx::new();
    workbook.add_worksheet().set_name("2022").unwrap();
    workbook.add_worksheet().set_name("2023").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let bytes = changed(&bytes, "xl/workbook.xml", |text| text.replace("\"2022\"", "\"2023\""));
    let twice = "SY0466 the workbook `{file}` has 2 sheets `2023` | rename one of them in the spreadsheet program and save the workbook";
    assert_eq!(told(&bytes, Some("2023")), twice);
}

#[test]
fn rows_out_of_order() {
    let sheet = "xl/worksheets/sheet1.xml";
    let back = changed(&simple(), sheet, |text| text.replace("\"A3\"", "\"A1\""));
    let told_of = |bytes| told(bytes, None).split_once(" | ").unwrap().0.to_owned();
    assert_eq!(told_of(&back), "SY0462 the workbook `{file}` is damaged: its row 1 is out of order");
    let beyond = changed(&simple(), sheet, |text| text.replace("\"A3\"", "\"A1048577\""));
    assert_eq!(told_of(&beyond), "SY0462 the workbook `{file}` is damaged: its row 1048577 is out of order");
}

#[test]
fn two_cells_far_apart_take_no_room() {
    let bytes = workbook(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
        sheet.write_string(1_048_575, 16_383, "b").unwrap();
    });
    let (mut count, mut last) = (0, 0);
    let read = open(&bytes).read(&[0], &mut |place, _| {
        count += 1;
        if let sources::RowPlace::Number(number) = place {
            last = number;
        }
        ControlFlow::Continue(())
    });
    assert!(read.is_ok());
    assert_eq!((count, last), (1_048_575, 1_048_576));
}

#[test]
fn a_sheet_that_ends_in_the_middle() {
    let cut = changed(&simple(), "xl/worksheets/sheet1.xml", |text| {
        let end = text.find("\"A3\"").unwrap();
        text[..end].to_owned()
    });
    assert!(told(&cut, None).starts_with("SY0462 "), "{}", told(&cut, None));
}
