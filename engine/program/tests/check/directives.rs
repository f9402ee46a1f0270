//! `.input`, `.output`, `.printsize`.

use crate::support::{correct, findings};
use program::checked::{
    ColumnSource, Condition, DatabaseTable, Encoding, InputFormat, JsonForm, OutputFormat, OutputTarget, RecordSource,
    Sheet, TextFormat, TextOutput,
};

const BASE: &str = ".decl a(id: symbol, n: number, d: date)\na(\"x\", 1, d\"2021-01-01\").\n";

fn with(directives: &str) -> Vec<String> {
    findings(&format!("{BASE}{directives}\n"))
}

fn format(delimiter: &str, rfc4180: bool, headers: bool) -> TextFormat {
    TextFormat { delimiter: delimiter.to_owned(), rfc4180, headers }
}

fn text(format: TextFormat) -> InputFormat {
    InputFormat::Text { format, encoding: Encoding::Utf8 }
}

fn json() -> InputFormat {
    InputFormat::Json { records: String::new() }
}

#[test]
fn defaults() {
    let program = correct(&format!("{BASE}.input a\n.output a\n.printsize a\n"));
    let input = &program.inputs[0];
    assert_eq!(input.source, RecordSource::File("a.facts".to_owned()));
    assert_eq!(input.format, text(format("\t", false, false)));
    assert_eq!((&input.columns, input.row, &input.skip_blank), (&None, None, &Vec::new()));
    assert_eq!(program.outputs[0].target, OutputTarget::File("a.csv".to_owned()));
    assert_eq!(program.print_sizes.len(), 1);
}

#[test]
fn parameters() {
    let program = correct(&format!(
        "{BASE}.input a(IO=file, filename=\"租约.csv\", rfc4180=true, headers=true, columns=\"编号:0\", row=\"n\", blank=\"skip\")\n\
         .output a(IO=\"stdout\", delimiter=\"\\t\", headers=\"true\", attributeNames=\"i\\tj\\tk\")\n"
    ));
    let input = &program.inputs[0];
    assert_eq!(input.source, RecordSource::File("租约.csv".to_owned()));
    assert_eq!(input.format, text(format(",", true, true)));
    assert_eq!(input.columns, Some(vec![ColumnSource::Header("编号".to_owned()), ColumnSource::Index(0)]));
    assert_eq!((input.row, &input.skip_blank), (Some(1), &vec![0, 2]));
    let output = &program.outputs[0];
    assert_eq!(output.target, OutputTarget::Stdout);
    let names = ["i", "j", "k"].map(str::to_owned).to_vec();
    let text = TextOutput { format: format("\t", false, true), names: Some(names), compress: false };
    assert_eq!(output.format, OutputFormat::Text(text));
}

#[test]
fn standard_input_and_other_delimiters() {
    let program =
        correct(&format!("{BASE}.input a(IO=stdin, delimiter=\"::\")\n.output a\n.output a(filename=\"b.csv\")\n"));
    assert_eq!(program.inputs[0].source, RecordSource::Stdin);
    assert_eq!(program.inputs[0].format, text(format("::", false, false)));
    assert_eq!(program.outputs.len(), 2);
}

#[test]
fn other_formats() {
    let program = correct(&format!(
        "{BASE}.input a(IO=jsonfile, format=object, columns=\"x:y:z\")\n.input a(IO=json)\n\
         .input a(IO=sqlite, dbname=\"old.sqlite\")\n.input a(IO=sqlite, filename=\"file:b\", name=\"t\")\n\
         .output a(IO=jsonfile, format=object)\n.output a(IO=json)\n.output a(IO=sqlite)\n\
         .output a(IO=stdoutprintsize)\n.output a(compress=true)\n.output a(compress=\"x\", filename=\"f\", name=\"b\")\n"
    ));
    let file = |name: &str| RecordSource::File(name.to_owned());
    let table = |table: &str| InputFormat::Sqlite { table: table.to_owned() };
    let inputs: Vec<_> = program.inputs.iter().map(|input| (input.source.clone(), input.format.clone())).collect();
    let json = [(file("a.json"), json()), (RecordSource::Stdin, json())];
    assert_eq!(inputs[..2], json);
    assert_eq!(inputs[2..], [(file("old.sqlite"), table("a")), (file("file:b"), table("t"))]);
    let outputs: Vec<_> = program.outputs.iter().map(|output| (output.target.clone(), output.format.clone())).collect();
    let file = |name: &str| OutputTarget::File(name.to_owned());
    let packed = || OutputFormat::Text(TextOutput { compress: true, ..TextOutput::default() });
    assert_eq!(
        outputs,
        [
            (file("a.json"), OutputFormat::Json(JsonForm::Object)),
            (OutputTarget::Stdout, OutputFormat::Json(JsonForm::List)),
            (file("a.sqlite"), OutputFormat::Sqlite { view: "a".to_owned() }),
            (OutputTarget::Stdout, OutputFormat::Size),
            (file("a.csv.gz"), packed()),
            (file("f"), packed()),
        ]
    );
}

#[test]
fn what_is_wrong_with_names() {
    assert_eq!(with(".output a, b"), ["SY0201 3:12"]);
    assert_eq!(with(".output a\n.printsize a\n.printsize a"), ["SY0223 5:12"]);
    assert_eq!(with(".output a\n.input a(row=\"m\")"), ["SY0212 4:14"]);
    assert_eq!(with(".output a\n.input a(row=\"id\")"), ["SY0226 4:14"]);
}

#[test]
fn what_is_wrong_with_values() {
    assert_eq!(with(".output a(headers=\"yes\")"), ["SY0221 3:19"]);
    assert_eq!(with(".output a\n.input a(blank=\"keep\")"), ["SY0221 4:16"]);
    assert_eq!(with(".output a(delimiter=\"\")"), ["SY0221 3:21"]);
    assert_eq!(with(".output a(filename=\"\")"), ["SY0221 3:20"]);
    assert_eq!(with(".output a(IO=stdin)"), ["SY0221 3:14"]);
    assert_eq!(with(".output a(headers=true, headers=true)"), ["SY0222 3:25"]);
    assert_eq!(with(".output a\n.input a(columns=\"0:1\")"), ["SY0225 4:18"]);
    assert_eq!(with(".output a\n.input a(columns=\"0:1:2\", row=n)"), ["SY0225 4:18"]);
    assert_eq!(with(".output a(attributeNames=\"i\tj\")"), ["SY0225 3:26"]);
    assert_eq!(with(".output a\n.input a(columns=\"0:1:c\")"), ["SY0224 4:18"]);
    assert_eq!(with(".output a\n.input a(IO=stdin, headers=true, columns=\"0:1:c\")"), ["SY0224 4:42"]);
}

#[test]
fn what_is_wrong_with_formats() {
    assert_eq!(with(".output a(IO=xml)"), ["SY0221 3:14"]);
    assert_eq!(with(".output a\n.input a(IO=stdout)"), ["SY0221 4:13"]);
    assert_eq!(with(".output a(IO=json, format=lines)"), ["SY0221 3:27"]);
    assert_eq!(with(".output a\n.input a(IO=jsonfile, format=xml)"), ["SY0221 4:30"]);
    assert_eq!(with(".output a(IO=sqlite, dbname=\"\")"), ["SY0221 3:29"]);
    assert_eq!(with(".output a(IO=sqlite, delimiter=\",\")"), ["SY0220 3:22"]);
    assert_eq!(with(".decl b(x: number)\nb(1).\n.output a, b(IO=json, headers=true)"), ["SY0220 5:23"]);
}

#[test]
fn unknown_parameters_are_pointed_at() {
    assert_eq!(with(".output a(delimeter=\",\")"), ["SY0220 3:11"]);
    assert_eq!(with(".output a\n.input a(attributeNames=\"x\")"), ["SY0220 4:10"]);
}

#[test]
fn a_mapping_names_only_what_is_called_otherwise() {
    let program = correct(&format!(
        "{BASE}.input a(rfc4180=true, headers=true, row=\"n\", encoding=\"GBK\", map=\"d = `签订日期；a=b` as halfwidth 日期\")\n\
         .input a(IO=excel, sheet=\"2023\", header=\"2-3\", map=\"id = '北城''s'; n = 序号 as trim\")\n"
    ));
    let [text, sheet] = &program.inputs[..] else { panic!("two inputs") };
    assert!(matches!(&text.format, InputFormat::Text { encoding: Encoding::Gb18030, .. }));
    let header = |name: &str| ColumnSource::Header(name.to_owned());
    assert_eq!(text.columns, Some(vec![header("id"), header("签订日期；a=b")]));
    let steps = |input: &program::checked::Input, column: usize| {
        input.conversions.get(&column).into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!((steps(text, 2), steps(text, 0)), (vec!["halfwidth".to_owned(), "date".to_owned()], vec![]));
    assert_eq!(sheet.format, InputFormat::Workbook(Sheet { name: Some("2023".to_owned()), header: (2, 3) }));
    let constant = ColumnSource::Constant("北城's".to_owned());
    assert_eq!(sheet.columns, Some(vec![constant, header("序号"), header("d")]));
}

#[test]
fn a_table_of_a_server() {
    let program = correct(&format!(
        "{BASE}.input a(IO=database, connection=\"land\", table=\"public.`a.b`\", where=\"d >= 2020-01-01 and `the state` != 'x and y'\")\n"
    ));
    let input = &program.inputs[0];
    assert_eq!(input.source, RecordSource::Connection("land".to_owned()));
    let condition = |column: &str, comparison, value: &str| Condition {
        column: column.to_owned(),
        comparison,
        value: value.to_owned(),
    };
    let filter = vec![condition("d", ">=", "2020-01-01"), condition("the state", "<>", "x and y")];
    let name = vec!["public".to_owned(), "a.b".to_owned()];
    assert_eq!(input.format, InputFormat::Database(DatabaseTable { name, filter }));
    let headers = ["id", "n", "d"].map(|name| ColumnSource::Header(name.to_owned()));
    assert_eq!(input.columns.as_deref(), Some(&headers[..]));
}

#[test]
fn mappings_that_say_nothing_or_too_much() {
    let codes = |parameters: &str| {
        let found = with(&format!(".input a(rfc4180=true, headers=true, {parameters})"));
        found.iter().map(|line| line.split_whitespace().next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes("map=\"id\""), ["SY0453"]);
    assert_eq!(codes("map=\"id = \""), ["SY0453"]);
    assert_eq!(codes("map=\"id = a = b\""), ["SY0453"]);
    assert_eq!(codes("map=\"id = x as upper\""), ["SY0454"]);
    assert_eq!(codes("map=\"ids = x\""), ["SY0212"]);
    assert_eq!(codes("map=\"id = x; id = y\""), ["SY0279"]);
    assert_eq!(codes("map=\"id = x\", columns=\"0:1:2\""), ["SY0455"]);
    assert_eq!(codes("encoding=\"latin1\""), ["SY0221"]);
    assert_eq!(with(".input a(map=\"id = x\")").len(), 1);
}

#[test]
fn sources_outside_of_the_text() {
    use program::{DeclaredInput, Dialect, Written};
    let mut files = diagnostics::Files::default();
    let main = files.add("m.dl".to_owned(), BASE.to_owned());
    let project = files.add("syllogist.toml".to_owned(), "0123456789".to_owned());
    let at = |text: &str, start| Written {
        text: text.to_owned(),
        span: diagnostics::Span { file: project, start, end: start + 1 },
    };
    let declared = |relation: &str, column: &str| DeclaredInput {
        relation: at(relation, 0),
        parameters: vec![(at("IO", 1), at("parquet", 2))],
        columns: vec![(at(column, 3), at("签订日期 as date", 4))],
    };
    let inputs = [declared("a", "d"), declared("b", "d"), declared("a", "e")];
    let mut loader = crate::support::Texts(std::collections::BTreeMap::new());
    let dialect = Dialect { inputs: inputs[..1].to_vec(), ..Dialect::default() };
    let program = program::check_dialect(&mut files, main, &mut loader, &dialect).program.unwrap();
    assert_eq!(program.inputs[0].source, RecordSource::File("a.parquet".to_owned()));
    assert_eq!(program.inputs[0].conversions[&2].len(), 1);
    let dialect = Dialect { inputs: inputs[1..].to_vec(), ..Dialect::default() };
    let found = program::check_dialect(&mut files, main, &mut loader, &dialect).diagnostics;
    let said: Vec<_> =
        found.iter().map(|found| (found.code(), found.span.map(|span| (span.file, span.start)))).collect();
    assert_eq!(said, [("SY0201", Some((project, 0))), ("SY0212", Some((project, 4)))]);
}
