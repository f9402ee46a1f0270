//! What columns give.

use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, FloatType, Int32Type,
    Int64Type, Int96, Int96Type,
};
use sources::RowUnit;

use super::*;

#[test]
fn simple_types_and_empty_cells() {
    let schema = "required boolean b; optional int32 i; required int64 n; required float f; required double x; \
                  optional binary s (string); required binary raw;";
    let bytes = written(schema, |group| {
        column::<BoolType>(group, &[true, false], None);
        column::<Int32Type>(group, &[-7], Some(&[0, 1]));
        column::<Int64Type>(group, &[i64::MIN, i64::MAX], None);
        column::<FloatType>(group, &[0.1, f32::NAN], None);
        column::<DoubleType>(group, &[0.25, -1e300], None);
        column::<ByteArrayType>(group, &[ByteArray::from("成交")], Some(&[1, 0]));
        column::<ByteArrayType>(group, &[ByteArray::from("text"), ByteArray::from(vec![0xff])], None);
    });
    let mut opened = open(&bytes);
    assert_eq!(opened.columns(), ["b", "i", "n", "f", "x", "s", "raw"]);
    assert_eq!(opened.unit(), RowUnit::Row);
    let first = ["true", "-", "i-9223372036854775808", "f0.1", "f0.25", "成交", "text"];
    let second = ["false", "i-7", "i9223372036854775807", "fNaN", &format!("f{}", -1e300), "-", "Bytes"];
    assert_eq!(rows(&mut opened), [first.map(str::to_owned), second.map(str::to_owned)]);
    assert_eq!(rows_of(&mut opened, &[5, 1]), [["成交", "-"], ["-", "i-7"]]);
    assert_eq!(rows_of(&mut opened, &[]), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn annotated_types() {
    let schema = "required int32 day (date); required int32 u (integer(32,false)); required int64 v (integer(64,false)); \
                  required int32 small (decimal(9,2)); required int64 big (decimal(18,4)); \
                  required fixed_len_byte_array(16) wide (decimal(38,12)); required binary free (decimal(20,3)); \
                  required int64 ms (timestamp(millis,true)); required int64 us (timestamp(micros,false)); \
                  required int64 ns (timestamp(nanos,true)); required int32 at (time(millis,true)); required int96 old; \
                  required int32 before (uint_8); required fixed_len_byte_array(16) id (uuid);";
    let bytes = written(schema, |group| {
        column::<Int32Type>(group, &[19_478], None);
        column::<Int32Type>(group, &[-1], None);
        column::<Int64Type>(group, &[-1], None);
        column::<Int32Type>(group, &[-1250], None);
        column::<Int64Type>(group, &[300_000], None);
        let wide = FixedLenByteArray::from((-1_i128).to_be_bytes().to_vec());
        column::<FixedLenByteArrayType>(group, &[wide], None);
        column::<ByteArrayType>(group, &[ByteArray::from(vec![0x04, 0xe2])], None);
        column::<Int64Type>(group, &[1_682_948_700_000], None);
        column::<Int64Type>(group, &[1_682_899_200_000_000], None);
        column::<Int64Type>(group, &[1_682_948_700_000_000_001], None);
        column::<Int32Type>(group, &[49_500_000], None);
        // 13:45 in nanoseconds is 0x2d05_4e80_f800; day 2,460,066 of the Julian count.
        let nanoseconds = 49_500_000_000_000_u64;
        let old = Int96::from(vec![nanoseconds as u32, (nanoseconds >> 32) as u32, 2_460_066]);
        column::<Int96Type>(group, &[old], None);
        column::<Int32Type>(group, &[200], None);
        column::<FixedLenByteArrayType>(group, &[FixedLenByteArray::from((0..16).collect::<Vec<u8>>())], None);
    });
    let expected = [
        "2023-05-01",
        "i4294967295",
        "18446744073709551615",
        "-12.5",
        "30",
        "-0.000000000001",
        "1.25",
        "2023-05-01 13:45:00",
        "2023-05-01",
        "2023-05-01 13:45:00.000000001",
        "13:45:00",
        "2023-05-01 13:45:00",
        "i200",
        "00010203-0405-0607-0809-0a0b0c0d0e0f",
    ];
    assert_eq!(rows(&mut open(&bytes)), [expected]);
}

#[test]
fn columns_that_have_parts_are_refused_only_where_they_are_read() {
    let schema = "required int64 no; optional group tags (list) { repeated group list { optional binary element (string); } } \
                  required group place { required binary street; required binary town; } repeated int32 days; \
                  required binary last (string);";
    let bytes = written(schema, |group| {
        column::<Int64Type>(group, &[1], None);
        let mut tags = group.next_column().unwrap().unwrap();
        let texts = [ByteArray::from("a"), ByteArray::from("b")];
        tags.typed::<ByteArrayType>().write_batch(&texts, Some(&[3, 3]), Some(&[0, 1])).unwrap();
        tags.close().unwrap();
        column::<ByteArrayType>(group, &[ByteArray::from("s")], None);
        column::<ByteArrayType>(group, &[ByteArray::from("t")], None);
        let mut days = group.next_column().unwrap().unwrap();
        days.typed::<Int32Type>().write_batch(&[1, 2], Some(&[1, 1]), Some(&[0, 1])).unwrap();
        days.close().unwrap();
        column::<ByteArrayType>(group, &[ByteArray::from("z")], None);
    });
    let mut opened = open(&bytes);
    assert_eq!(opened.columns(), ["no", "tags", "place", "days", "last"]);
    assert_eq!(rows_of(&mut opened, &[4, 0]), [["z", "i1"]]);
    let refused = opened.read(&[0, 1, 2, 3], &mut |_, _| panic!("reads")).unwrap_err();
    let expected =
        "SY0468 the columns `tags`, `place`, `days` of `{file}` hold lists, maps or groups, which give no value";
    assert_eq!(told(refused), expected);
}

#[test]
fn many_rows_in_several_groups_and_packings() {
    let numbers = (0..10_000).collect::<Vec<i64>>();
    let levels = numbers.iter().map(|number| i16::from(number % 3 != 0)).collect::<Vec<_>>();
    let texts = numbers.iter().filter(|number| **number % 3 != 0).map(|number| ByteArray::from(&*format!("t{number}")));
    let texts = texts.collect::<Vec<_>>();
    let packings = [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::ZSTD(ZstdLevel::default()),
        Compression::GZIP(GzipLevel::default()),
    ];
    for packing in packings {
        let properties = WriterProperties::builder().set_compression(packing).set_data_page_row_count_limit(777);
        let bytes = written_as(properties.build(), "required int64 n; optional binary s (string);", |group| {
            column::<Int64Type>(group, &numbers, None);
            column::<ByteArrayType>(group, &texts, Some(&levels));
        });
        let found = rows(&mut open(&bytes));
        assert_eq!(found.len(), 10_000);
        for (number, row) in found.iter().enumerate() {
            let text = if number % 3 == 0 { "-".to_owned() } else { format!("t{number}") };
            assert_eq!(*row, [format!("i{number}"), text]);
        }
        let mut taken = 0;
        let read = open(&bytes).read(&[0], &mut |_, _| {
            taken += 1;
            if taken == 5000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(read.is_ok() && taken == 5000);
    }
}
