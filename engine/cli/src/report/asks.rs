//! The page of each candidate that is conditional or undetermined.

use diagnostics::Lang;
use pages::site::Report;
use pages::{Place, WhyNot, why_not_page};
use proof::{Explainer, Locators, ModelOutcomes, Question, Standing, open_clue};
use prose::{Refusal, Telling, refusal_reasons};
use values::Value;

use super::proofs::made_and_put;
use crate::exit::Failure;

/// Writes `open/ID.html` for each of them: the rule that could make it a clue, what is open, and the elements of the model.
pub fn write(
    report: &Report<'_>,
    explainer: &Explainer<'_>,
    places: &dyn Locators,
    put: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let is_open = |standing: Standing| matches!(standing, Standing::Conditional | Standing::Undetermined);
    let candidates = report.outcomes.iter().flat_map(|outcomes| {
        let open = outcomes.candidates.iter().filter(move |(_, standing)| is_open(*standing));
        open.map(move |(candidate, standing)| (outcomes, &candidate[..], *standing))
    });
    let make = |asked: &Asked<'_>| {
        let name = (report.candidate_id)(asked.0.model, asked.1);
        Some((format!("open/{name}.html"), page(report, explainer, places, asked)?))
    };
    made_and_put(&candidates.collect::<Vec<_>>(), make, put)
}

type Asked<'r> = (&'r ModelOutcomes, &'r [Value], Standing);

fn page(
    report: &Report<'_>,
    explainer: &Explainer<'_>,
    locators: &dyn Locators,
    (outcomes, candidate, standing): &Asked<'_>,
) -> Option<String> {
    let Report { model, written, files, .. } = *report;
    let open = open_clue(explainer, written, outcomes, candidate, *standing)?;
    let question = Question { relation: open.relation, args: open.pattern.clone() };
    let mut elements = proof::elements(model, written, &question, &proof::why_not(model, &question));
    elements.retain(|state| state.element.model == outcomes.model);
    let refusal = Refusal { open: &[open], lacking: &[], elements: &elements, written };
    let telling = |lang| Telling { model, locators, files, lang, width: super::WIDTH };
    let reasons = [Lang::En, Lang::Zh].map(|lang| refusal_reasons(&refusal, &telling(lang)));
    Some(why_not_page(&WhyNot { reasons: &reasons, model, files, locators }, report.lang, Place::InReport))
}
