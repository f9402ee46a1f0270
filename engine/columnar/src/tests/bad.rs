//! Files that are no Parquet files, or broken ones.

use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};

use super::*;

fn simple() -> Vec<u8> {
    written("required int64 n; required binary s (string);", |group| {
        column::<Int64Type>(group, &(0..100).collect::<Vec<_>>(), None);
        column::<ByteArrayType>(group, &vec![ByteArray::from("a"); 100], None);
    })
}

#[test]
fn what_is_no_parquet_file_or_cut_off() {
    let whole = simple();
    for bytes in [&b""[..], b"n,s\n1,a\n", &whole[..whole.len() - 1], &whole[..whole.len() / 2]] {
        let error = ParquetFile::open(file(bytes)).err().expect("does not open");
        assert!(told(error).starts_with("SY0467 `{file}` cannot be read as a Parquet file: "));
    }
}

#[test]
fn every_changed_byte_is_survived() {
    let whole = simple();
    let mut differs = 0;
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        let Ok(mut opened) = ParquetFile::open(file(&changed)) else { continue };
        let columns = (0..opened.columns().len()).collect::<Vec<_>>();
        let mut count = 0;
        let read = opened.read(&columns, &mut |_, _| {
            count += 1;
            if count > 1000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        differs += usize::from(read.is_err() || count != 100);
    }
    assert!(differs > 0);
}
