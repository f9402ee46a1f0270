#![allow(clippy::print_stdout, missing_docs)]
use diagnostics::{Files, Lang};
use program::*;
struct Disk;
impl Loader for Disk {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let base = std::path::Path::new(from.unwrap_or(".")).parent().map(|p| p.to_path_buf()).unwrap_or_default();
        let p = base.join(path);
        let text = std::fs::read_to_string(&p).map_err(|_| LoadError::Missing)?;
        Ok(Loaded { name: p.display().to_string(), key: p.display().to_string(), text })
    }
}
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let dump = args.first().is_some_and(|a| a == "-d"); if dump { args.remove(0); }
    for path in args {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut files = Files::default();
        let main = files.add(&path, text);
        let start = std::time::Instant::now();
        let checked = check(&mut files, main, &mut Disk);
        let took = start.elapsed();
        for d in &checked.diagnostics {
            let at = d.span.map(|s| { let p = files.place(s); format!("{}:{}:{} `{}`", files.get(s.file).name, p.line, p.column, files.snippet(s).chars().take(50).collect::<String>()) }).unwrap_or_default();
            println!("{} {at}\n    {} | {} | {}", d.code(), d.message(Lang::En), d.label(Lang::En), d.help(Lang::En));
            for r in &d.related { let p = files.place(r.span); println!("      {}:{} {}", p.line, p.column, d.fill(r.text, Lang::En)); }
        }
        match &checked.program { Some(p) => { println!("{path}: ok {} relations {} rules {} facts {} strata, {took:?}", p.relations.len(), p.rules.len(), p.facts.len(), p.strata.len()); if dump { println!("{p:#?}"); } } None => println!("{path}: errors, {took:?}") }
    }
}
