//! A text with delimiters: its encoding, what stands between fields, whether the first row names them.

use std::collections::BTreeMap;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use program::checked::{Conversion, Encoding, InputFormat, TextFormat};

use super::column::{Noted, Seen};
use super::guess::{Way, ways};
use super::sample::{Sample, is_utf16};
use super::{Inspected, Inspection};

/// Looks into a text. Anything is one: where nothing divides the lines each of them is a row with one field.
pub(super) fn inspect(sample: &Sample) -> Inspection {
    let (encoding, pieces) = decoded(&sample.pieces);
    let (mut format, rows) = divided(&pieces);
    let mut rows = rows.into_iter().peekable();
    let broken_char = |row: &Row| row.cells.iter().any(|cell| cell.contains('\u{fffd}'));
    let header = rows.next_if(|row| is_header(&row.cells));
    format.headers = header.is_some();
    let rows = rows.collect::<Vec<_>>();
    let width = header.as_ref().map_or_else(|| usual_width(&rows), |header| header.cells.len());
    let name = |number: usize| header.as_ref().map_or("", |header| header.cells[number].as_str());
    let mut columns = (0..width).map(|number| Noted::new(name(number), header.is_some())).collect::<Vec<_>>();
    let (mut count, mut broken) = (0, 0);
    for row in &rows {
        let fits = row.cells.len() == width || (header.is_none() && row.cells.len() > width);
        if !fits || broken_char(row) {
            // A piece that begins inside of quotes seems to have rows that the file does not have.
            broken += u64::from(row.piece == 0);
            continue;
        }
        count += 1;
        columns.iter_mut().zip(&row.cells).for_each(|(column, cell)| column.add(Seen::Text(cell)));
    }
    Inspection {
        format: InputFormat::Text { format, encoding },
        packed: None,
        bytes: 0,
        rows: count + broken,
        whole: sample.whole,
        broken,
        columns: columns.into_iter().map(|column| column.finish(count)).collect::<Vec<Inspected>>(),
        others: Vec::new(),
        name: String::new(),
    }
}

/// The texts of the pieces, and the encoding of which fewest characters are none.
pub(super) fn decoded(pieces: &[Vec<u8>]) -> (Encoding, Vec<String>) {
    if is_utf16(&pieces[0]) {
        let big = pieces[0].starts_with(b"\xfe\xff");
        let encoding = if big { UTF_16BE } else { UTF_16LE };
        return (Encoding::Utf16, vec![encoding.decode_with_bom_removal(&pieces[0]).0.into_owned()]);
    }
    let unmarked = |text: String| text.trim_start_matches('\u{feff}').to_owned();
    let utf8 = pieces.iter().map(|piece| unmarked(String::from_utf8_lossy(piece).into_owned())).collect::<Vec<_>>();
    let faults = |texts: &[String]| texts.iter().map(|text| text.matches('\u{fffd}').count()).sum::<usize>();
    if faults(&utf8) == 0 {
        return (Encoding::Utf8, utf8);
    }
    let gb = pieces.iter().map(|piece| GB18030.decode_without_bom_handling(piece).0.into_owned()).collect::<Vec<_>>();
    if faults(&gb) < faults(&utf8) { (Encoding::Gb18030, gb) } else { (Encoding::Utf8, utf8) }
}

/// A row of a piece.
struct Row {
    piece: usize,
    cells: Vec<String>,
}

/// What divides fields so that most rows have the same number of them, and the rows.
fn divided(pieces: &[String]) -> (TextFormat, Vec<Row>) {
    const USUAL: [(&str, bool); 5] = [(",", true), ("\t", true), ("\t", false), (";", true), ("|", true)];
    let tried = USUAL.map(|(delimiter, rfc4180)| {
        let rows = rows(pieces, delimiter, rfc4180);
        let width = usual_width(&rows);
        let fitting = rows.iter().filter(|row| row.cells.len() == width).count();
        // In thousandths, so that a row in a thousand does not decide.
        let share = if width < 2 { 0 } else { fitting * 1000 / rows.len() };
        let format = TextFormat { delimiter: delimiter.to_owned(), rfc4180, headers: false };
        (share, fitting * width, format, rows)
    });
    let mut best = tried.into_iter();
    let mut chosen = best.next();
    for other in best {
        if chosen.as_ref().is_none_or(|known| (other.0, other.1) > (known.0, known.1)) {
            chosen = Some(other);
        }
    }
    chosen.map_or_else(|| (TextFormat::default(), Vec::new()), |(_, _, format, rows)| (format, rows))
}

fn rows(pieces: &[String], delimiter: &str, rfc4180: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (piece, text) in pieces.iter().enumerate() {
        if !rfc4180 {
            let cells = |line: &str| line.split(delimiter).map(str::to_owned).collect();
            rows.extend(text.lines().filter(|line| !line.is_empty()).map(|line| Row { piece, cells: cells(line) }));
            continue;
        }
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter.as_bytes()[0]);
        // A text is UTF-8 here, so that every record is one.
        let records = builder.from_reader(text.as_bytes()).into_records().filter_map(Result::ok);
        rows.extend(records.map(|record| Row { piece, cells: record.iter().map(str::to_owned).collect() }));
    }
    rows
}

/// The number of fields that most rows have.
fn usual_width(rows: &[Row]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.cells.len()).or_default() += 1);
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// A row that names fields has something in it and nothing that reads as a quantity or a day.
fn is_header(cells: &[String]) -> bool {
    // `n` and `有` are names as well as truths.
    let is_truth = |way: &Way| way.conversions.last() == Some(&Conversion::YesNo);
    let ways = ways(None).into_iter().filter(|way| !is_truth(way)).collect::<Vec<_>>();
    let is_value = |cell: &String| ways.iter().any(|way| way.reads(cell));
    cells.iter().any(|cell| !cell.trim().is_empty()) && !cells.iter().any(is_value)
}
