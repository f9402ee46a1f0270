//! `syllogist why PROGRAM --missing [MODEL]`: what the candidates of models lack.

use std::io::Write;

use diagnostics::{Diagnostic, catalogue};
use eval::Model;
use program::checked::{ModelId, Program};
use prose::Telling;
use serde_json::json;

use super::{Format, WIDTH, WhyOptions, write_json};
use crate::app::App;
use crate::exit::Failure;
use crate::nearest::suggestion;
use crate::reading::{Opened, Places};

/// Candidates named of each group in JSON.
const EXAMPLES: usize = 10;

/// The models asked about: the one of this name; of an empty one, all that name candidates.
pub fn models(name: &str, written: &Program) -> Result<Vec<ModelId>, Failure> {
    let all = (0..written.models.len() as u32).map(ModelId);
    if name.is_empty() {
        let named = all.filter(|id| written.model(*id).candidate.is_some()).collect::<Vec<_>>();
        let none = || Failure::usage(Diagnostic::unplaced(&catalogue::NO_CANDIDATES));
        return if named.is_empty() { Err(none()) } else { Ok(named) };
    }
    let id = all.clone().find(|id| written.model(*id).name == name).ok_or_else(|| {
        let near = suggestion(name, written.models.iter().map(|model| model.name.as_str()));
        let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_ASKED_MODEL);
        Failure::usage(unknown.arg("model", prose::safe(name)).arg("near", near))
    })?;
    match written.model(id).candidate {
        Some(_) => Ok(vec![id]),
        None => Err(Failure::usage(Diagnostic::unplaced(&catalogue::NO_CANDIDATES))),
    }
}

/// Tells what the candidates of these models lack that are no clues.
pub fn tell(
    app: &mut App,
    options: &WhyOptions,
    models: &[ModelId],
    opened: &Opened,
    model: &Model<'_>,
    places: &Places<'_>,
) -> Result<(), Failure> {
    let written = &*opened.written;
    let missing = models.iter().filter_map(|id| proof::missing(model, written, *id, EXAMPLES)).collect::<Vec<_>>();
    let telling = Telling { model, locators: places, files: &app.files, lang: app.lang, width: WIDTH };
    if options.format == Format::Json {
        let models = missing.iter().map(|missing| prose::missing_json(missing, written, &telling)).collect::<Vec<_>>();
        return write_json(app, &json!({"schema": "syllogist/missing/1", "models": models}));
    }
    let told = missing.iter().map(|missing| prose::missing_text(missing, written, options.limit, &telling));
    let told = told.collect::<Vec<_>>().join("\n");
    Ok(app.out.write_all(told.as_bytes())?)
}
