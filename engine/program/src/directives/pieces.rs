//! Small languages inside of a parameter's text: names may stand between backquotes, texts between single quotes.

/// A piece of a parameter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Between backquotes, or without quotes; blanks around it left out.
    Name(String),
    /// Between single quotes; two of them stand for one.
    Text(String),
}

/// The parts between `separator`s that stand outside of quotes.
pub(super) fn parts<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut parts, mut start, mut quote) = (Vec::new(), 0, None);
    for (at, letter) in text.char_indices() {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if matches!(letter, '`' | '\'') => quote = Some(letter),
            None if at >= start && text[at..].starts_with(separator) => {
                parts.push(&text[start..at]);
                start = at + separator.len();
            }
            None => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The single piece that the whole of `text` is; `None` where a quote stays open, or something stands beside it, or nothing is there.
pub(super) fn piece(text: &str) -> Option<Piece> {
    let text = text.trim();
    let between = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(name) = between('`') {
        return (!name.is_empty() && !name.contains('`')).then(|| Piece::Name(name.to_owned()));
    }
    if let Some(inside) = between('\'') {
        let single = inside.replace("''", "");
        return (!single.contains('\'')).then(|| Piece::Text(inside.replace("''", "'")));
    }
    (!text.is_empty() && !text.contains(['`', '\''])).then(|| Piece::Name(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_together() {
        assert_eq!(parts("a=b; `c;d`='x;''y' ;e", ";"), ["a=b", " `c;d`='x;''y' ", "e"]);
        assert_eq!(parts("a >= 'x and y' and b", " and "), ["a >= 'x and y'", "b"]);
        assert_eq!(parts("", ";"), [""]);
    }

    #[test]
    fn pieces() {
        let name = |text: &str| Some(Piece::Name(text.to_owned()));
        assert_eq!(piece(" 成交价（万元） "), name("成交价（万元）"));
        assert_eq!(piece("`a = b`"), name("a = b"));
        assert_eq!(piece("'it''s'"), Some(Piece::Text("it's".to_owned())));
        assert_eq!(piece("''"), Some(Piece::Text(String::new())));
        for broken in ["", "`a", "'a", "'a'b'", "a'", "``"] {
            assert_eq!(piece(broken), None, "{broken}");
        }
    }
}
