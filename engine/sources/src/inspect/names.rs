//! Names of the rule language for what a file calls as it likes.

use super::{Inspected, Inspection, Remark};

/// Gives the relation and its columns names; a field that no mapping can name is left out.
pub(super) fn give(found: &mut Inspection) {
    found.name = identifier(&found.name, "records");
    let mut taken: Vec<String> = Vec::new();
    for (number, column) in found.columns.iter_mut().enumerate() {
        let last = column.field.strip_prefix('/').and_then(|way| way.rsplit('/').next());
        let name = identifier(last.unwrap_or(&column.field), &format!("field_{number}"));
        let numbered = (2..).map(|count| format!("{name}_{count}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        column.column = free.unwrap_or_default();
        taken.push(column.column.clone());
    }
    if found.is_named() {
        let fields = found.columns.iter().map(|column| column.field.clone()).collect::<Vec<_>>();
        let is_alone = |field: &String| fields.iter().filter(|other| *other == field).count() == 1;
        for column in &mut found.columns {
            if !is_alone(&column.field) || !is_writable(&column.field) {
                column.remark = Some(Remark::Unnamed);
            }
        }
    }
}

/// Whether a mapping can name the field.
fn is_writable(field: &str) -> bool {
    !field.is_empty() && !field.contains(|letter: char| letter == '`' || letter.is_control())
}

/// Words that the rule language keeps for itself.
const RESERVED: [&str; 58] = [
    "as",
    "autoinc",
    "band",
    "bnot",
    "bor",
    "brie",
    "bshl",
    "bshr",
    "bshru",
    "btree",
    "btree_delete",
    "bxor",
    "cat",
    "contains",
    "count",
    "debug_delta",
    "eqrel",
    "false",
    "inline",
    "input",
    "land",
    "lnot",
    "lor",
    "lxor",
    "magic",
    "match",
    "max",
    "mean",
    "min",
    "nil",
    "no_inline",
    "no_magic",
    "ord",
    "output",
    "overridable",
    "printsize",
    "range",
    "recursive_iteration_cnt",
    "stateful",
    "strlen",
    "substr",
    "sum",
    "to_float",
    "to_number",
    "to_string",
    "to_unsigned",
    "true",
    "__FILE__",
    "__LINE__",
    "__INCL__",
    "not",
    "unless",
    "within",
    "but",
    "when",
    "number",
    "symbol",
    "unsigned",
];

/// Letters and digits of a name, others as `_`; `otherwise` where there are none.
pub(super) fn identifier(name: &str, otherwise: &str) -> String {
    let mut made = String::new();
    for letter in name.chars() {
        let kept = is_letter(letter) || letter.is_ascii_digit();
        if kept || (!made.is_empty() && !made.ends_with('_')) {
            made.push(if kept { letter } else { '_' });
        }
    }
    let made = made.trim_end_matches('_');
    match made.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("f_{made}"),
        Some(_) if RESERVED.contains(&made) => format!("{made}_"),
        Some(_) => made.to_owned(),
    }
}

/// Letters that any name of the language may have (XID of UAX 31), most of the others left out.
fn is_letter(letter: char) -> bool {
    match letter {
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => true,
        '\0'..='\u{1fff}' => letter.is_lowercase() && !matches!(letter, 'ª' | 'º') || letter.is_uppercase(),
        _ => false,
    }
}

impl Inspection {
    /// Whether its fields have names by which a mapping finds them.
    pub fn is_named(&self) -> bool {
        !self.columns.iter().all(|column| column.field.is_empty())
    }

    /// The fields that a declaration reads.
    pub fn read_columns(&self) -> impl Iterator<Item = &Inspected> {
        self.columns.iter().filter(|column| column.is_read())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        let cases = [
            ("成交价（万元）", "成交价_万元"),
            ("2023 total", "f_2023_total"),
            (" a--b ", "a_b"),
            ("count", "count_"),
            ("（）", "x"),
            ("①级", "级"),
            ("Straße", "Straße"),
        ];
        for (name, made) in cases {
            assert_eq!(identifier(name, "x"), made, "{name}");
        }
    }
}
