//! How to ask why, at the end of a run.

use std::io::Write;

use diagnostics::Text;
use ledger::clue_id;
use program::checked::RelId;

use super::Run;
use crate::app::App;
use crate::clue::{grades, is_clue};
use crate::exit::Failure;
use crate::options::ReadingOptions;
use crate::parameters::Reading;
use crate::shell::quoted;

/// Columns of a line; commands are not broken.
const WIDTH: usize = 80;

/// Nobody asks by a fact that is longer than this.
const FACT_BYTES: usize = 1000;

/// Prints the command that explains the first clue, by its id and as a fact; nothing where no clue is shown.
pub fn print(app: &mut App, runs: &[Run<'_>], shown: &[RelId], options: &ReadingOptions) -> Result<(), Failure> {
    let first = |(run, relation): (&'_ Run<'_>, RelId)| {
        let graded = grades(run.model, relation).iter().position(Option::is_some)?;
        Some((relation, run.model.facts_in_order(relation).nth(graded)?))
    };
    let is_clue = |relation: &&RelId| is_clue(runs[0].model.program.relation(**relation));
    let mut asked = shown.iter().filter(is_clue).flat_map(|relation| runs.iter().map(move |run| (run, *relation)));
    let Some((run, (relation, fact))) = asked.find_map(|asked| Some((asked.0, first(asked)?))) else { return Ok(()) };
    let model = run.model;
    let values = model.decode(relation, &fact);
    let fact = prose::fact(relation, &values, model.program);
    let intro = match fact.len() <= FACT_BYTES {
        true => Text {
            en: "Why is the first one a clue? Ask by its id, or by the fact (`_` stands for any value):",
            zh: "第一条为何是线索？可按线索号询问，也可按事实询问（`_` 表示任意值）：",
        },
        false => Text {
            en: "Why is the first one a clue? Ask by its id:", zh: "第一条为何是线索？可按线索号询问："
        },
    };
    let command = command(options, &run.opened.reading);
    let mut words = String::new();
    prose::wrap(&mut words, intro.get(app.lang), WIDTH, "", "");
    app.out.write_all(words.as_bytes())?;
    writeln!(app.out, "  {command} {}", clue_id(relation, &values, model.program))?;
    if fact.len() <= FACT_BYTES {
        writeln!(app.out, "  {command} {}", quoted(&fact))?;
    }
    Ok(())
}

/// `syllogist why PROGRAM` with the options by which the program was read.
fn command(options: &ReadingOptions, reading: &Reading) -> String {
    let mut words = vec!["syllogist why".to_string(), quoted(&options.program.to_string_lossy())];
    let folders = options.facts.iter().map(|folder| ("-F", folder));
    for (option, folder) in folders.chain(options.dialect.include.iter().map(|folder| ("-I", folder))) {
        words.push(format!("{option} {}", quoted(&folder.to_string_lossy())));
    }
    words.extend(options.dialect.words());
    words.extend(options.parameters.words(reading));
    words.extend(options.dialect.quiet.then(|| "-w".to_string()));
    words.extend(options.follow_links.then(|| "--follow-links".to_string()));
    let connections =
        options.connections.iter().map(|(name, url)| format!("--connection {}", quoted(&format!("{name}={url}"))));
    words.extend(connections);
    words.extend(options.rejects.iter().map(|file| format!("--rejects {}", quoted(&file.to_string_lossy()))));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn the_command_reads_what_the_run_read() {
        let mut options = ReadingOptions {
            program: PathBuf::from("m.dl"),
            facts: None,
            dialect: Default::default(),
            parameters: Default::default(),
            follow_links: false,
            connections: Vec::new(),
            rejects: None,
        };
        assert_eq!(command(&options, &Reading::default()), "syllogist why m.dl");
        options.facts = Some(PathBuf::from("my facts"));
        options.dialect.include = vec![PathBuf::from("a"), PathBuf::from("b")];
        options.dialect.quiet = true;
        options.dialect.macros = vec!["A=1 B".to_string(), "C".to_string()];
        options.dialect.warnings.legacy = true;
        options.rejects = Some(PathBuf::from("bad.csv"));
        options.follow_links = true;
        options.connections = vec![("land".to_string(), "postgres://a@b/c".to_string())];
        assert_eq!(
            command(&options, &Reading::default()),
            "syllogist why m.dl -F 'my facts' -I a -I b -M 'A=1 B' -M C --legacy -w --follow-links --connection land=postgres://a@b/c --rejects bad.csv"
        );
    }
}
