//! What holds of every text.

use proptest::prelude::*;

use crate::support::made_with;

/// Lines made of what the preprocessor looks at.
fn program() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "#define",
        "#undef",
        "#if",
        "#ifdef",
        "#else",
        "#elif",
        "#endif",
        "#include",
        "#line",
        "#",
        "##",
        "A",
        "B(x)",
        "B",
        "(",
        ")",
        ",",
        "x",
        "1",
        "\"s\"",
        "\"",
        "\\",
        "\n",
        "\n",
        "\n",
        "/*",
        "*/",
        "//",
        "defined",
        "...",
        "__VA_ARGS__",
        "__LINE__",
        "甲",
        "d\"2021-01-01\"",
        "12.5m",
        "&&",
        "?",
        ":",
        " ",
        ".",
    ]);
    prop::collection::vec((word, any::<bool>()), 0..60).prop_map(|words| {
        words.into_iter().map(|(word, blank)| format!("{word}{}", if blank { " " } else { "" })).collect()
    })
}

proptest! {
    #[test]
    fn every_piece_has_a_place(text in program(), other in program()) {
        let made = made_with(&text, &[("s", &other)], Some("A=1 B(x)=x"));
        let made_text = &made.files.get(made.made.file).text;
        for (at, _) in made_text.char_indices() {
            let span = diagnostics::Span { file: made.made.file, start: at as u32, end: made_text.len() as u32 };
            let written = made.files.written(span);
            prop_assert!(written.start <= written.end);
            prop_assert!(made.files.get(written.file).text.get(written.start as usize..written.end as usize).is_some());
        }
        for found in &made.made.diagnostics {
            let span = found.span.unwrap();
            prop_assert!(made.files.get(span.file).text.get(span.start as usize..span.end as usize).is_some(), "{found:?}");
        }
    }
}
