//! What all lists of a report have in common.

use diagnostics::Text;

use super::Report;
use crate::html::{both, escape, tag};
use crate::page::filled;

const TEMPLATE: &str = include_str!("../../assets/site.html");

const REPORT: Text = Text { en: "Report", zh: "报告" };
const SOURCES: Text = Text { en: "Sources", zh: "来源" };
const CLUES: Text = Text { en: "Clues", zh: "线索" };
const OPEN: Text = Text { en: "What to ask", zh: "待查事项" };
const PAGE: Text = Text { en: "page {page} of {pages}", zh: "第 {page} 页，共 {pages} 页" };
const BEFORE: Text = Text { en: "previous", zh: "上一页" };
const NEXT: Text = Text { en: "next", zh: "下一页" };
const DISCLAIMER: Text = Text {
    en: "A clue is a question to a person, never a finding of guilt.",
    zh: "线索是留给人的问题，不是认定。",
};

/// A page with the report's frame around `main`, which is HTML.
pub(super) fn framed(report: &Report<'_>, heading: &str, main: &str) -> String {
    let link = |file: &str, text: Text| format!("<a href=\"{file}\">{}</a>", both(text, &[]));
    let mut links = vec![link("index.html", REPORT)];
    if !report.clues.is_empty() {
        links.push(link("clues-1.html", CLUES));
    }
    if super::open_pages(report) > 0 {
        links.push(link("open-1.html", OPEN));
    }
    links.push(link("sources.html", SOURCES));
    let values = [
        ("lang", tag(report.lang)),
        ("title", &escape(report.title)),
        ("links", &links.concat()),
        ("heading", heading),
        ("main", main),
        ("disclaimer", &both(DISCLAIMER, &[])),
    ];
    filled(TEMPLATE, &values)
}

/// Links to the pages of a list before and behind this one, and to the first and last; pages count from 1.
pub(super) fn paging(name: &str, page: usize, pages: usize) -> String {
    if pages <= 1 {
        return String::new();
    }
    let link = |to: usize, text: &str| format!("<a href=\"{name}-{to}.html\">{text}</a>");
    let mut parts = Vec::new();
    if page > 1 {
        parts.push(link(1, "1"));
        parts.push(link(page - 1, &both(BEFORE, &[])));
    }
    parts.push(format!("<span>{}</span>", both(PAGE, &[("page", &page.to_string()), ("pages", &pages.to_string())])));
    if page < pages {
        parts.push(link(page + 1, &both(NEXT, &[])));
        parts.push(link(pages, &pages.to_string()));
    }
    format!("<nav class=\"paging\">{}</nav>\n", parts.concat())
}

/// A table of HTML cells. The columns from `numbers_from` on hold numbers.
pub(super) fn table(heads: &[String], rows: impl Iterator<Item = Vec<String>>, numbers_from: usize) -> String {
    let class = |column: usize| if column >= numbers_from { " class=\"figure\"" } else { "" };
    let head = heads.iter().enumerate().map(|(column, head)| format!("<th scope=\"col\"{}>{head}</th>", class(column)));
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().enumerate();
        let cells = cells.map(|(column, cell)| format!("<td{}>{cell}</td>", class(column))).collect::<String>();
        format!("<tr>{cells}</tr>\n")
    };
    let rows = rows.map(row).collect::<String>();
    format!(
        "<div class=\"frame\" tabindex=\"0\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n",
        head.collect::<String>()
    )
}
