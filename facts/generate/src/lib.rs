//! The sample records below `facts/`: invented, seeded, with planted clues and planted innocents.
//!
//! Every expected answer is written down where the case is planted, worked out from the norm; no rule is ever run here.

mod chicago;
mod day;
mod long_lease;
mod names;
mod random;
mod table;
mod takeaway;
mod truth;

/// Every generated file: its path below `facts/` with `/` between the parts, and its whole content. The same in every
/// call; in path order within a data set.
pub fn files() -> Vec<(String, String)> {
    let sets =
        [("chicago_licences", chicago::files()), ("long_lease", long_lease::files()), ("takeaway", takeaway::files())];
    let mut files = Vec::new();
    for (folder, tables) in sets {
        for (name, text) in tables {
            files.push((format!("{folder}/{name}"), text));
        }
    }
    files
}
