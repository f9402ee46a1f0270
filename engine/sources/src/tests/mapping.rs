//! Columns by name, constants, conversions.

use program::checked::Conversion;

use super::*;

fn converted(conversions: &[(usize, &[&str])]) -> BTreeMap<usize, Vec<Conversion>> {
    let named = |names: &[&str]| names.iter().map(|name| Conversion::named(name).unwrap()).collect();
    conversions.iter().map(|(column, names)| (*column, named(names))).collect()
}

#[test]
fn conversions_and_constants_of_a_text() {
    let mut case = Case::new("who:symbol day:date price:decimal local:number office:symbol")
        .csv(|input| {
            let names = ["卖方", "日期", "价款", "本地"].map(|name| ColumnSource::Header(name.to_owned()));
            let office = ColumnSource::Constant("北城".to_owned());
            input.columns = Some(names.into_iter().chain([office]).collect());
            let steps: [(usize, &[&str]); 4] = [(0, &["trim"]), (1, &["halfwidth", "date"]), (2, &["万元"]), (3, &["yesno"])];
            input.conversions = converted(&steps);
        })
        .file("r.csv", "日期,本地,卖方,价款\n2023年5月1日,是, 甲 ,12.5\n２０２３/５/２,否,乙,\"1,000元\"\n2023-13-01,是,丙,1\n5月3日,不详,丁,多\n")
        .collecting();
    let records = case.load();
    assert_eq!(
        case.facts(&records, 0),
        [["甲", "2023-05-01", "125000", "1", "北城"], ["乙", "2023-05-02", "1000", "0", "北城"]]
    );
    assert_eq!(account(&records.sources[0]), [4, 2, 0, 0, 2]);
    let said: Vec<_> = records.rejects.iter().map(|reject| (reject.diagnostic.code(), reject.text.as_str())).collect();
    assert_eq!(said, [("SY0421", "2023-13-01"), ("SY0432", "5月3日")]);
    assert_filled(&records.rejects[1].diagnostic);
    let message = records.rejects[1].diagnostic.message(Lang::En);
    assert!(message.ends_with("row 5, column `day`: `5月3日` cannot be converted as `date`"), "{message}");
}

#[test]
fn a_symbol_that_is_converted_for_one_column_stands_as_it_is_in_another() {
    let mut case = Case::new("a:symbol b:symbol c:symbol")
        .csv(|input| (input.columns, input.conversions) = (named(&["x", "x", "x"]), converted(&[(1, &["trim"])])))
        .file("r.csv", "x\n \"q\" \n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [[" \"q\" ", "\"q\"", " \"q\" "]]);
}

#[test]
fn a_constant_that_is_no_value_of_its_column() {
    let mut case = Case::new("a:symbol d:date")
        .csv(|input| input.columns = Some(vec![ColumnSource::Index(0), ColumnSource::Constant("heute".to_owned())]))
        .file("r.csv", "a\nx\n");
    assert_eq!(case.errors(), ["SY0420 `map` (constant), column `d`: `heute` is not of type `date`"]);
}

#[test]
fn digests_are_those_of_the_bytes_on_the_disk() {
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", "abc");
    // FIPS 180-4, the example of one block: the digest of `abc`.
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(case.load().sources[0].digest.map(|digest| digest.to_string()).as_deref(), Some(expected));
}
