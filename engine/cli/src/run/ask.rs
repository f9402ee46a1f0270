//! How to ask why, at the end of a run.

use std::io::Write;

use diagnostics::Text;
use eval::Model;
use program::checked::RelId;

use crate::app::App;
use crate::clue_id::clue_id;
use crate::exit::Failure;
use crate::options::ReadingOptions;
use crate::shell::quoted;

/// Columns of a line; commands are not broken.
const WIDTH: usize = 80;

/// Prints the command that explains the first clue, by its id and as a fact; nothing where no clue is shown.
pub fn print(app: &mut App, model: &Model<'_>, shown: &[RelId], options: &ReadingOptions) -> Result<(), Failure> {
    let is_clue = |relation: &&RelId| model.program.relation(**relation).clue.is_some();
    let first = |relation: &RelId| Some((*relation, *model.sorted(*relation).first()?));
    let Some((relation, row)) = shown.iter().filter(is_clue).find_map(first) else { return Ok(()) };
    let values = model.values(relation, row);
    let intro = Text {
        en: "Why is the first one a clue? Ask by its id, or by the fact (`_` stands for any value):",
        zh: "第一条为何是线索？可按线索号询问，也可按事实询问（`_` 表示任意值）：",
    };
    let command = command(options);
    let fact = prose::fact(relation, &values, model.program);
    let mut words = String::new();
    prose::wrap(&mut words, intro.get(app.lang), WIDTH, "", "");
    app.out.write_all(words.as_bytes())?;
    writeln!(app.out, "  {command} {}", clue_id(relation, &values, model.program))?;
    writeln!(app.out, "  {command} {}", quoted(&fact))?;
    Ok(())
}

/// `syllogist why PROGRAM` with the options by which the program was read.
fn command(options: &ReadingOptions) -> String {
    let mut words = vec!["syllogist why".to_string(), quoted(&options.program.to_string_lossy())];
    let folders = options.facts.iter().map(|folder| ("-F", folder));
    for (option, folder) in folders.chain(options.include.iter().map(|folder| ("-I", folder))) {
        words.push(format!("{option} {}", quoted(&folder.to_string_lossy())));
    }
    words.join(" ")
}
