//! Literate cases: Markdown in which a heading names a test, and fenced blocks hold a program and what is expected of it.
//! The format is described in `dialect/README.md`.

/// A heading with at least one fenced block below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The heading.
    pub name: String,
    /// Its fenced blocks, in order.
    pub blocks: Vec<Block>,
}

/// A fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The first word behind the fence.
    pub kind: String,
    /// The second word; empty if there is none.
    pub name: String,
    /// The lines between the fences, each with its line break.
    pub text: String,
}

/// All cases of a Markdown text. Headings without blocks only give structure.
///
/// # Panics
/// On a block before the first heading or one that is never closed: a case that would silently test nothing.
pub fn cases(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(fence) = line.strip_prefix("```") {
            let mut words = fence.split_whitespace().map(str::to_string);
            let kind = words.next().unwrap_or_default();
            let name = words.collect::<Vec<_>>().join(" ");
            let mut text = String::new();
            loop {
                let line = lines.next().unwrap_or_else(|| panic!("the block ```{fence} is never closed"));
                if line == "```" {
                    break;
                }
                text.push_str(line);
                text.push('\n');
            }
            let case = cases.last_mut().unwrap_or_else(|| panic!("the block ```{fence} stands before any heading"));
            case.blocks.push(Block { kind, name, text });
        } else if line.starts_with('#') {
            let name = line.trim_start_matches('#').trim().to_string();
            cases.push(Case { name, blocks: Vec::new() });
        }
    }
    cases.retain(|case| !case.blocks.is_empty());
    cases
}

impl Case {
    /// The only block of this kind and name, if there is one.
    pub fn block(&self, kind: &str, name: &str) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == kind && block.name == name).map(|block| &block.text[..])
    }

    /// All blocks of this kind.
    pub fn blocks<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.kind == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_blocks() {
        let found = cases("# Only structure\n\n## One\ntext\n```datalog\np(1).\n```\n```expect p\n1\n```\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "One");
        assert_eq!(found[0].block("datalog", ""), Some("p(1).\n"));
        assert_eq!(found[0].block("expect", "p"), Some("1\n"));
        assert_eq!(found[0].block("expect", "q"), None);
    }

    #[test]
    #[should_panic(expected = "never closed")]
    fn an_open_block_is_no_case() {
        cases("# One\n```datalog\np(1).\n");
    }
}
