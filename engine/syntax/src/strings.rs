//! The inside of string literals.

/// What stands between the quotes of `literal`, escapes resolved. Unknown escapes stay as they are.
pub(crate) fn unescape(literal: &str) -> String {
    characters(literal).into_iter().map(|(_, c)| c).collect()
}

/// The characters of [`unescape`], each with its place in `literal`.
pub(crate) fn characters(literal: &str) -> Vec<(usize, char)> {
    let mut value = Vec::new();
    let start = literal.len() - literal.strip_prefix(is_quote).unwrap_or(literal).len();
    let mut rest = between_quotes(literal).char_indices().map(|(at, c)| (start + at, c));
    while let Some((at, c)) = rest.next() {
        if c != '\\' {
            value.push((at, c));
            continue;
        }
        let escape = rest.next();
        match escape.and_then(|(_, letter)| escaped(letter)) {
            Some(meant) => value.push((at, meant)),
            None => value.extend(std::iter::once((at, c)).chain(escape)),
        }
    }
    value
}

/// Escapes of `literal` that mean nothing, with their places in it.
pub(crate) fn unknown_escapes(literal: &str) -> Vec<(usize, &str)> {
    let mut unknown = Vec::new();
    let mut rest = literal.char_indices();
    while let Some((at, c)) = rest.next() {
        if c != '\\' {
            continue;
        }
        if let Some((behind, letter)) = rest.next().filter(|(_, letter)| escaped(*letter).is_none()) {
            unknown.push((at, &literal[at..behind + letter.len_utf8()]));
        }
    }
    unknown
}

/// Signs that open or close a string; all but the first are full-width and reported.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '＂')
}

/// The character that `\` and `letter` stand for.
fn escaped(letter: char) -> Option<char> {
    Some(match letter {
        '"' | '\'' | '\\' => letter,
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        _ => return None,
    })
}

fn between_quotes(literal: &str) -> &str {
    let inner = literal.strip_prefix(is_quote).unwrap_or(literal);
    inner.strip_suffix(is_quote).unwrap_or(inner)
}
