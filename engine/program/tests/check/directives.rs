//! `.input`, `.output`, `.printsize`.

use crate::support::{correct, findings};
use program::checked::{
    ColumnSource, Encoding, InputFormat, JsonForm, OutputFormat, OutputTarget, RecordSource, TextFormat, TextOutput,
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
