//! The first page: how many clues of which grade, what is open, what nobody compared.

use diagnostics::Text;
use program::checked::Grade;
use proof::{ModelOutcomes, Standing, contradictions, refers};

use super::clues::{groups, page_of};
use super::frame::{framed, table};
use super::open::first_page;
use super::{Report, clue_pages};
use crate::html::{both, escape, in_both};

const HEADING: Text = Text { en: "Report", zh: "报告" };
const MODELS: Text = Text { en: "Models", zh: "监督模型" };
const MODEL: Text = Text { en: "Model", zh: "模型" };
const CANDIDATES: Text = Text { en: "Candidates", zh: "候选对象" };
const GRADE: Text = Text { en: "Grade {grade}", zh: "{grade} 级" };
const CONDITIONAL: Text = Text { en: "Conditional", zh: "待认定" };
const UNDETERMINED: Text = Text { en: "Undetermined", zh: "无法判断" };
const NONE: Text = Text { en: "None", zh: "不构成" };
const CLUES: Text = Text { en: "Clues", zh: "线索" };
const RELATION: Text = Text { en: "Relation", zh: "关系" };
const NO_CLUES: Text = Text { en: "There are no clues.", zh: "没有线索。" };
const UNVERIFIED: Text =
    Text { en: "Articles that nobody compared with their source", zh: "条文未经核对的规范" };
const UNVERIFIED_NOTE: Text = Text {
    en: "Clues rest on these; compare the words before anybody acts on them.",
    zh: "线索以下列条文为依据；据以行动之前，须先核对条文。",
};
const PARAMETERS: Text = Text { en: "Parameters:", zh: "参数：" };
const GRADES: Text = Text {
    en: "A: a norm is violated on the record. B: a pattern that needs inquiry. C: a hint about the quality of data.",
    zh: "A 级：记录显示违反规范。B 级：需要查证的情形。C 级：数据质量提示。",
};
const REFERRED: Text = Text {
    en: "{count} conflict{s} of rules that neither rank nor date decides",
    zh: "规则冲突 {count} 处，效力位阶和施行先后均不能裁决",
};
const CONTRADICTORY: Text =
    Text { en: "{count} question{s} with contradictory findings", zh: "相互矛盾的认定 {count} 处" };
const UNDECIDED: Text = Text { en: "For a person to decide", zh: "须由人裁决" };
const LISTS: Text =
    Text { en: "{count} clue{s} on {pages} page{ps}", zh: "线索共 {count} 条，列为 {pages} 页" };

/// `index.html`
pub fn index(report: &Report<'_>) -> String {
    let mut main = String::new();
    if !report.parameters.is_empty() {
        let list = report.parameters.iter().map(|(name, value)| format!("{} = {}", escape(name), escape(value)));
        let list = list.collect::<Vec<_>>().join(", ");
        main += &format!("<p class=\"soft\">{} {list}</p>\n", both(PARAMETERS, &[]));
    }
    main += &models(report);
    main += &clues(report);
    main += &undecided(report);
    main += &unverified(report);
    framed(report, &both(HEADING, &[]), &main)
}

fn section(heading: Text, content: &str) -> String {
    format!("<section><h2>{}</h2>\n{content}</section>\n", both(heading, &[]))
}

/// A number that leads to what it counts.
fn linked(count: usize, target: Option<String>) -> String {
    match target {
        Some(target) if count > 0 => format!("<a href=\"{target}\">{count}</a>"),
        _ => count.to_string(),
    }
}

fn grade_heads() -> impl Iterator<Item = String> {
    GRADES_SHOWN.into_iter().map(|grade| both(GRADE, &[("grade", grade.name())]))
}

const GRADES_SHOWN: [Grade; 3] = [Grade::A, Grade::B, Grade::C];

fn models(report: &Report<'_>) -> String {
    let with_candidates = report.outcomes.iter().filter(|found| !found.columns.is_empty()).collect::<Vec<_>>();
    if with_candidates.is_empty() {
        return String::new();
    }
    let mut heads = vec![both(MODEL, &[]), both(CANDIDATES, &[])];
    heads.extend(grade_heads());
    heads.extend([CONDITIONAL, UNDETERMINED, NONE].map(|text| both(text, &[])));
    let row = |found: &&ModelOutcomes| {
        let declared = report.written.model(found.model);
        let name = format!("<strong>{}</strong><br>{}", escape(&declared.name), escape(&declared.title));
        let count = |standing: Standing| found.candidates.iter().filter(|(_, known)| *known == standing).count();
        let mut cells = vec![name, found.candidates.len().to_string()];
        cells.extend(GRADES_SHOWN.map(|grade| count(Standing::Clue(grade)).to_string()));
        for standing in [Standing::Conditional, Standing::Undetermined] {
            cells.push(linked(count(standing), first_page(report, found.model, standing)));
        }
        cells.push(count(Standing::None).to_string());
        cells
    };
    section(MODELS, &table(&heads, with_candidates.iter().map(row), 1))
}

fn clues(report: &Report<'_>) -> String {
    if report.clues.is_empty() {
        return section(CLUES, &format!("<p>{}</p>\n", both(NO_CLUES, &[])));
    }
    let mut heads = vec![both(RELATION, &[])];
    heads.extend(grade_heads());
    let groups = groups(report);
    let mut relations = groups.iter().map(|group| group.relation).collect::<Vec<_>>();
    relations.dedup();
    let row = |relation| {
        let declared = report.written.relation(relation);
        let doc = declared.doc.lines().next().unwrap_or_default();
        let mut cells = vec![format!("<strong>{}</strong><br>{}", escape(&declared.name), escape(doc))];
        for grade in GRADES_SHOWN {
            let group = groups.iter().find(|group| group.relation == relation && group.grade == grade);
            let target = group.map(|group| format!("clues-{}.html#g{}", page_of(group.first), group.number));
            cells.push(linked(group.map_or(0, |group| group.count), target));
        }
        cells
    };
    let (count, pages) = (report.clues.len(), clue_pages(report));
    let values = [
        ("count", count.to_string()),
        ("s", prose::plural(count as u64).to_string()),
        ("pages", pages.to_string()),
        ("ps", prose::plural(pages as u64).to_string()),
    ];
    let lists = both(LISTS, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let content = format!(
        "{}<p><a href=\"clues-1.html\">{lists}</a></p>\n<p class=\"soft\">{}</p>\n",
        table(&heads, relations.into_iter().map(row), 1),
        both(GRADES, &[])
    );
    section(CLUES, &content)
}

fn undecided(report: &Report<'_>) -> String {
    let (referred, contradictory) = (refers(report.model).len(), contradictions(report.model).len());
    let line = |text: Text, count: usize| {
        let line = both(text, &[("count", &count.to_string()), ("s", prose::plural(count as u64))]);
        if count > 0 { format!("<li>{line}</li>\n") } else { String::new() }
    };
    match line(REFERRED, referred) + &line(CONTRADICTORY, contradictory) {
        lines if lines.is_empty() => lines,
        lines => section(UNDECIDED, &format!("<ul>{lines}</ul>\n")),
    }
}

fn unverified(report: &Report<'_>) -> String {
    let [en, zh] = &report.unverified;
    if en.is_empty() {
        return String::new();
    }
    let item = |(en, zh): (&String, &String)| format!("<li>{}</li>\n", in_both(&escape(en), &escape(zh)));
    let items = en.iter().zip(zh).map(item).collect::<String>();
    section(UNVERIFIED, &format!("<p>{}</p>\n<ul>{items}</ul>\n", both(UNVERIFIED_NOTE, &[])))
}
