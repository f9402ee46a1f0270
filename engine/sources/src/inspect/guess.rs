//! Which type holds all values of a field.

use program::checked::Conversion;
use values::{Primitive, Shapes, half_width};

use crate::convert::convert;
use crate::read::read_value;

/// A way in which cells may be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    pub(super) primitive: Primitive,
    pub(super) conversions: Vec<Conversion>,
}

/// Days with the year behind; nobody can tell those of a pair apart before a day above 12 occurs.
const FORMS: [&str; 6] = ["d/m/yyyy", "m/d/yyyy", "d-m-yyyy", "m-d-yyyy", "d.m.yyyy", "m.d.yyyy"];

/// The ways other than as a symbol, the first that reads everything being taken. `unit` is how many yuan the field's name says its amounts are in.
pub(super) fn ways(unit: Option<u64>) -> Vec<Way> {
    let mut steps = Vec::new();
    steps.extend(unit.map(|unit| (Primitive::Decimal, Some(Conversion::Amount(unit)))));
    steps.extend([
        (Primitive::Date, None),
        (Primitive::Date, Some(Conversion::Date)),
        (Primitive::Number, None),
        (Primitive::Decimal, None),
        (Primitive::Number, Some(Conversion::YesNo)),
        (Primitive::Decimal, Some(Conversion::Amount(1))),
    ]);
    steps.extend(FORMS.map(|form| (Primitive::Date, Some(Conversion::DateForm(form.to_owned())))));
    steps.push((Primitive::Float, None));
    let before = [vec![], vec![Conversion::Trim], vec![Conversion::HalfWidth, Conversion::Trim]];
    let way = |before: &Vec<Conversion>, (primitive, step): &(Primitive, Option<Conversion>)| Way {
        primitive: *primitive,
        conversions: before.iter().chain(step).cloned().collect(),
    };
    before.iter().flat_map(|before| steps.iter().map(|step| way(before, step)).collect::<Vec<_>>()).collect()
}

/// The unit that a name such as `成交价（万元）` gives.
pub(super) fn unit(name: &str) -> Option<u64> {
    let units = [("百万元", None), ("亿元", Some(100_000_000)), ("万元", Some(10_000)), ("千元", Some(1_000))];
    units.into_iter().find(|(unit, _)| name.contains(unit)).and_then(|(_, factor)| factor)
}

/// Whether a name says that what stands below it names something, even if it is made of digits.
pub(super) fn is_name_of_names(name: &str) -> bool {
    const ENDS: [&str; 12] =
        ["号", "号码", "代码", "编码", "编号", "电话", "手机", "邮编", "id", "code", "phone", "number"];
    let name = name.trim().to_lowercase();
    ENDS.iter().any(|end| name.ends_with(end)) && !["序号", "row number"].contains(&name.as_str())
}

/// Digits that are no quantity: with a zero in front, or as long as an identity number.
pub(super) fn is_identity(text: &str) -> bool {
    let text: String = text.trim().chars().map(half_width).collect();
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits && (text.len() >= IDENTITY_DIGITS || text.len() > 1 && text.starts_with('0'))
}

/// A spreadsheet keeps 15 digits of a number; what has more was never meant as one.
const IDENTITY_DIGITS: usize = 15;

impl Way {
    /// Whether loading reads the cell in this way, and somebody who looks at it would: eight digits are a day of our times only, and a
    /// float shows that it is one.
    pub(super) fn reads(&self, text: &str) -> bool {
        let Ok(converted) = convert(&self.conversions, text) else { return false };
        if read_value(self.primitive, &converted, &Shapes::default()).is_err() {
            return false;
        }
        match self.primitive {
            Primitive::Date if text.trim().chars().all(char::is_numeric) => {
                converted.get(..4).is_some_and(|year| ("1900".."2101").contains(&year))
            }
            Primitive::Float => text.bytes().all(|byte| b" +-.0123456789eE".contains(&byte)),
            _ => true,
        }
    }

    /// Of a day with the year behind: the form in which month and day have changed places.
    pub(super) fn twin(&self) -> Option<Way> {
        let [before @ .., Conversion::DateForm(form)] = &self.conversions[..] else { return None };
        let turned = form.chars().map(|letter| match letter {
            'd' => 'm',
            'm' => 'd',
            other => other,
        });
        let turned = Conversion::DateForm(turned.collect());
        Some(Way { primitive: self.primitive, conversions: before.iter().cloned().chain([turned]).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(unit: Option<u64>, cells: &[&str]) -> String {
        let all = |way: &Way| cells.iter().all(|cell| way.reads(cell));
        let Some(way) = ways(unit).into_iter().find(all) else { return "symbol".to_owned() };
        let names = way.conversions.iter().map(Conversion::to_string).collect::<Vec<_>>();
        [&[way.primitive.name().to_owned()], &names[..]].concat().join(" ")
    }

    #[test]
    fn the_first_way_that_reads_all() {
        let cases: [(&[&str], &str); 14] = [
            (&["2023-05-01", "1999-12-31"], "date"),
            (&["2023-05-01", "2023年5月1日"], "date date"),
            (&["20230501", "19991231"], "date date"),
            (&["20230501", "99999999"], "number"),
            (&["1", "-20"], "number"),
            (&["1", "2.50"], "decimal"),
            (&["是", "否"], "number yesno"),
            (&["1,200.50", "￥3"], "decimal yuan"),
            (&["1.5万元", "800元"], "decimal yuan"),
            (&["13/05/2023", "1/12/2023"], "date d/m/yyyy"),
            (&["1.5e-3", "2"], "float"),
            (&["１２", "３"], "number halfwidth trim"),
            (&["2023-05-01 ", " 2023-05-02"], "date date"),
            (&["甲", "1"], "symbol"),
        ];
        for (cells, way) in cases {
            assert_eq!(first(None, cells), way, "{cells:?}");
        }
        assert_eq!(first(unit("成交价（万元）"), &["12.5", "3"]), "decimal ten_thousand_yuan");
        assert_eq!((unit("金额（百万元）"), unit("金额（元）")), (None, None));
    }

    #[test]
    fn digits_that_name_something() {
        for text in ["110101199003078515", "007", "０１２", "123456789012345"] {
            assert!(is_identity(text), "{text}");
        }
        for text in ["0", "12345678901234", "1.5", "11010119900307851X", ""] {
            assert!(!is_identity(text), "{text}");
        }
        assert!(is_name_of_names("身份证号码") && is_name_of_names("Case ID") && !is_name_of_names("序号"));
    }
}
