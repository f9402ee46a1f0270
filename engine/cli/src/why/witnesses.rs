//! `why --witnesses`: which records carry the fact.

use std::io::Write;

use super::{Case, Format, WhyOptions, write_json};
use crate::app::App;
use crate::exit::{Exit, Failure};

impl Case<'_> {
    /// The sets of records that give each fact that fits; why none does, if so.
    pub(super) fn answer_witnesses(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        let (model, limit) = (self.model, options.limit);
        let (found, more) = proof::witnesses(model, self.places, self.question, limit, limit);
        if found.is_empty() && !more {
            return self.refuse_or_open(app, options);
        }
        match options.format {
            Format::Json => write_json(app, &prose::witnesses_json(&found, more, model, &app.files))?,
            _ => {
                let text = prose::witnesses_text(&found, more, &self.telling(&app.files, app.lang));
                app.out.write_all(text.as_bytes())?;
            }
        }
        Ok(Exit::Done)
    }
}
