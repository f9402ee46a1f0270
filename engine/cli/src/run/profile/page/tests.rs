use super::*;
use crate::run::profile::report::Totals;

fn clause(rule: &str, nanos: u64) -> ClauseCost {
    let cost = eval::ClauseProfile { rounds: 3, rows_in: 1000, derived: 2500, rows_out: 0, nanos, orders: Vec::new() };
    ClauseCost {
        rule: rule.to_string(),
        file: "m.dl".to_string(),
        line: 7,
        head: "线索".to_string(),
        alternative: 1,
        alternatives: 2,
        text: "线索(x) :- p(x), x != \"</script><script>alert(1)</script>\".".to_string(),
        doc: "Two lines\n& <b>more</b>".to_string(),
        norms: vec!["民法典_725".to_string()],
        stratum: 0,
        cost,
        share: 0.25,
        orders: vec![Order { literals: vec!["p(x)".to_string(), "!q(x)".to_string()], delta: Some(0), rounds: 2 }],
    }
}

fn report(clauses: Vec<ClauseCost>) -> Report {
    let sizes = Sizes { columns: 3 << 20, membership: 1 << 20, indexes: 0, segments: 4, segment_table: 48 };
    Report {
        program: "a&b.dl".to_string(),
        totals: Totals { loading: 1_500_000_000, evaluating: 0, writing: 0, threads: 2, memory: 1 << 30 },
        relations: vec![RelationCost { name: "p<q".to_string(), facts: 1_234_567, sizes }],
        strata: vec![StratumCost { relations: vec!["p<q".to_string()], rounds: 12 }],
        clauses,
    }
}

#[test]
fn nothing_of_the_program_is_markup() {
    let page = html(&report(vec![clause("<i>", 1)]), Lang::En);
    for markup in ["<script>alert", "<b>more", "<i>", "p<q", "a&b"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(page.contains("x != &quot;&lt;/script&gt;&lt;script&gt;alert(1)"));
    assert!(page.contains("Two lines<br>&amp; &lt;b&gt;more"));
}

#[test]
fn it_needs_nothing_from_elsewhere() {
    let page = html(&report(vec![clause("r", 1)]), Lang::En);
    for link in ["http:", "https:", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(link), "{link}");
    }
}

#[test]
fn it_opens_in_the_language_of_the_run_and_holds_both() {
    let [en, zh] = [Lang::En, Lang::Zh].map(|lang| html(&report(vec![clause("r", 1)]), lang));
    assert!(en.contains("<html lang=\"en\">") && zh.contains("<html lang=\"zh\">"));
    assert_eq!(en.replace("<html lang=\"en\">", "<html lang=\"zh\">"), zh);
    assert_eq!(en.matches("<span lang=\"en\">").count(), en.matches("<span lang=\"zh\">").count());
    assert!(en.contains("case 2 of 2") && en.contains("2 种情形之第 2 种"));
}

#[test]
fn the_most_expensive_rule_stands_first() {
    let page = html(&report(vec![clause("cheap", 10), clause("dear", 20), clause("also_cheap", 10)]), Lang::En);
    let at = |name: &str| page.find(&format!("<span class=\"name\">{name}</span>")).unwrap();
    assert!(at("dear") < at("cheap") && at("cheap") < at("also_cheap"));
}

#[test]
fn numbers_can_be_read() {
    let page = html(&report(vec![clause("r", 1_234_567)]), Lang::En);
    for text in
        [">1,234,567<", ">1.23 ms<", ">1.50 s<", ">3 MiB<", ">2.50<", ">–<", ">25.0%<", ">&lt; 0.1%<", ">1 GiB<"]
    {
        assert!(page.contains(text), "{text}");
    }
    assert_eq!(
        [0, 999, 12_345, 12_345_678, 99_960_000_000, 12_345_000_000_000].map(time),
        ["0.00 µs", "1.00 µs", "12.3 µs", "12.3 ms", "100.0 s", "12,345 s"]
    );
}
