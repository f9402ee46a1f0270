//! Names of organisations without their legal form.

use super::clean::clean;

/// A longer form before those that end like it.
const FORMS: [&str; 3] = ["股份有限公司", "有限责任公司", "有限公司"];
const PARTNERSHIPS: [&str; 3] = ["特殊普通合伙", "普通合伙", "有限合伙"];
const BRANCHES: [&str; 7] = ["分公司", "支公司", "分店", "分厂", "分部", "营业部", "办事处"];
/// Companies that are parts of others, or others' whole.
const KINDS: [&str; 5] = ["分公司", "支公司", "子公司", "母公司", "总公司"];
const WORDS: [&str; 12] =
    ["CO", "COMPANY", "CORP", "CORPORATION", "GMBH", "INC", "INCORPORATED", "LIMITED", "LLC", "LLP", "LTD", "PLC"];

pub(super) fn norm(s: &str) -> String {
    let cleaned = clean(s);
    let mut name = &cleaned[..];
    while let Some((rest, word)) = name.rsplit_once(' ')
        && WORDS.contains(&word)
    {
        name = rest;
    }
    let name = without_end(name, &PARTNERSHIPS).unwrap_or(name);
    if let Some(rest) = without_end(name, &FORMS) {
        return rest.to_string();
    }
    if BRANCHES.iter().any(|branch| name.ends_with(branch)) {
        return without_first_form(name).unwrap_or_else(|| name.to_string());
    }
    let is_kind = KINDS.iter().any(|kind| name.ends_with(kind));
    let rest = if is_kind { None } else { without_end(name, &["公司"]) };
    rest.unwrap_or(name).to_string()
}

/// What stands before the first of the endings that leaves something.
fn without_end<'s>(name: &'s str, endings: &[&str]) -> Option<&'s str> {
    endings.iter().find_map(|ending| name.strip_suffix(ending).filter(|rest| !rest.is_empty()))
}

fn without_first_form(name: &str) -> Option<String> {
    name.char_indices().skip(1).find_map(|(at, _)| {
        let rest = FORMS.iter().find_map(|form| name[at..].strip_prefix(form))?;
        Some(format!("{}{rest}", &name[..at]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_dropped() {
        let cases = [
            ("杭州新興餐飲管理有限責任公司", "杭州新兴餐饮管理"),
            ("北京云味（上海）餐饮股份有限公司", "北京云味上海餐饮"),
            ("杭州新兴餐饮有限公司西湖分公司", "杭州新兴餐饮西湖分公司"),
            ("中国粮油总公司", "中国粮油总公司"),
            ("城关糖酒公司", "城关糖酒"),
            ("江南投资合伙企业（有限合伙）", "江南投资合伙企业"),
            ("有限公司", "有限"),
            ("股份有限公司", "股份"),
            ("公司", "公司"),
            ("Blue Sky Foods Co., Ltd.", "BLUE SKY FOODS"),
            ("LTD", "LTD"),
            ("Co. Ltd", "CO"),
        ];
        for (written, normal) in cases {
            assert_eq!(norm(written), normal);
        }
    }
}
