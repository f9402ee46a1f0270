//! Signs of other languages and of logic textbooks.

/// What this language writes for `run`. Removing such a sign would leave another rule: `¬p(x)` without it is `p(x)`.
pub(super) fn meant_by(run: &str) -> Option<&'static str> {
    Some(match run {
        "¬" | "￢" | "~" | "～" => "!",
        "'" | "‘" | "’" | "＇" | "«" | "»" | "「" | "」" => "\"",
        "''" => "\"\"",
        "&" | "&&" | "＆" | "∧" => ",",
        "∨" => ";",
        "←" | "⇐" | "⟵" => ":-",
        "≠" => "!=",
        "≤" | "⩽" | "≦" => "<=",
        "≥" | "⩾" | "≧" => ">=",
        "−" | "–" => "-",
        "×" => "*",
        "÷" => "/",
        _ => return None,
    })
}
