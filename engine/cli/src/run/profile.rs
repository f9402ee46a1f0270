//! `--profile FILE`: what each rule cost, as JSON and as a page.

mod json;
mod page;
mod report;

use std::path::{Path, PathBuf};

use eval::Model;
use sources::Staged;

use self::report::{Report, Totals};
use crate::app::App;
use crate::exit::Failure;
use crate::progress::Phase;
use crate::project::Project;
use crate::reading::stage;
use crate::text_file::shown_path;

/// The two files that `--profile FILE` names: JSON, and the page beside it.
pub fn profile_paths(file: &Path) -> [PathBuf; 2] {
    let ending = |ending: &str| file.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if ending("json") {
        return [file.to_owned(), file.with_extension("html")];
    }
    if ending("html") {
        return [file.with_extension("json"), file.to_owned()];
    }
    let with = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    [with(".json"), with(".html")]
}

/// Writes both files under temporary names.
pub fn stage_profile(
    app: &App,
    file: &Path,
    project: &Project,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<(), Failure> {
    app.watcher.measure();
    let [loading, evaluating, writing] =
        [Phase::Loading, Phase::Evaluating, Phase::Writing].map(|phase| app.watcher.spent(phase));
    let threads = rayon::current_num_threads();
    let totals = Totals { loading, evaluating, writing, threads, memory: app.watcher.peak() };
    let report = Report::new(shown_path(&project.program), totals, model, &app.files);
    let [json, page] = profile_paths(file);
    stage(app, staged, &json, |out| json::write(out, &report))?;
    stage(app, staged, &page, |out| out.write_all(page::html(&report, app.lang).as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_files_stand_beside_each_other() {
        for (file, json, page) in [
            ("p.json", "p.json", "p.html"),
            ("out/p.HTML", "out/p.json", "out/p.HTML"),
            ("p", "p.json", "p.html"),
            ("p.v2", "p.v2.json", "p.v2.html"),
        ] {
            assert_eq!(profile_paths(Path::new(file)), [Path::new(json), Path::new(page)]);
        }
    }
}
