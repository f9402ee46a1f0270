//! Every code, one file each. SY01xx syntax, SY02xx names and declarations, SY03xx rules (types, groundedness,
//! strata, lints), SY04xx records and other files, SY05xx evaluation, SY06xx command line and projects.

use crate::Entry;

/// Declares the files of the catalogue and [`ALL`], the list of their entries in code order.
macro_rules! catalogue {
    ($($file:ident :: $name:ident),* $(,)?) => {
        $(mod $file; pub use $file::$name;)*
        /// Every entry, in code order.
        pub static ALL: &[&Entry] = &[$(&$name),*];
    };
}

catalogue! {
    sy0101_expected::EXPECTED,
    sy0102_missing_full_stop::MISSING_FULL_STOP,
    sy0103_unterminated_string::UNTERMINATED_STRING,
    sy0104_unterminated_comment::UNTERMINATED_COMMENT,
    sy0105_unknown_escape::UNKNOWN_ESCAPE,
    sy0106_illegal_character::ILLEGAL_CHARACTER,
    sy0107_full_width_punctuation::FULL_WIDTH_PUNCTUATION,
    sy0108_full_width_letter::FULL_WIDTH_LETTER,
    sy0109_nesting_too_deep::NESTING_TOO_DEEP,
    sy0110_reserved_word::RESERVED_WORD,
    sy0111_unknown_directive::UNKNOWN_DIRECTIVE,
    sy0112_malformed_number::MALFORMED_NUMBER,
    sy0113_unbalanced_annotation::UNBALANCED_ANNOTATION,
    sy0114_directive_without_blank::DIRECTIVE_WITHOUT_BLANK,
    sy0115_misplaced_argument_name::MISPLACED_ARGUMENT_NAME,
    sy0116_disjunction_in_aggregate::DISJUNCTION_IN_AGGREGATE,
    sy0117_useless_doc_comment::USELESS_DOC_COMMENT,
    sy0118_useless_annotation::USELESS_ANNOTATION,
    sy0119_foreign_operator::FOREIGN_OPERATOR,
    sy0120_word_negation::WORD_NEGATION,
    sy0121_text_too_long::TEXT_TOO_LONG,
    sy0201_undeclared_relation::UNDECLARED_RELATION,
    sy0401_missing_file::MISSING_FILE,
    sy0402_unreadable_file::UNREADABLE_FILE,
    sy0403_file_too_large::FILE_TOO_LARGE,
    sy0404_not_plain_text::NOT_PLAIN_TEXT,
    sy0405_missing_header::MISSING_HEADER,
    sy0406_unknown_header::UNKNOWN_HEADER,
    sy0407_ambiguous_header::AMBIGUOUS_HEADER,
    sy0408_duplicate_header::DUPLICATE_HEADER,
    sy0409_short_header::SHORT_HEADER,
    sy0410_unusable_delimiter::UNUSABLE_DELIMITER,
    sy0411_too_many_facts::TOO_MANY_FACTS,
    sy0420_bad_cell::BAD_CELL,
    sy0421_no_such_day::NO_SUCH_DAY,
    sy0422_too_many_places::TOO_MANY_PLACES,
    sy0423_out_of_range::OUT_OF_RANGE,
    sy0424_empty_cell::EMPTY_CELL,
    sy0425_too_few_fields::TOO_FEW_FIELDS,
    sy0426_wrong_field_count::WRONG_FIELD_COUNT,
    sy0427_invalid_utf8::INVALID_UTF8,
    sy0428_open_quote::OPEN_QUOTE,
    sy0429_cell_too_long::CELL_TOO_LONG,
    sy0430_more_rejects::MORE_REJECTS,
    sy0440_unwritable_output::UNWRITABLE_OUTPUT,
    sy0441_written_twice::WRITTEN_TWICE,
    sy0442_ambiguous_output::AMBIGUOUS_OUTPUT,
    sy0501_overflow::OVERFLOW,
    sy0502_division_by_zero::DIVISION_BY_ZERO,
    sy0503_inexact_result::INEXACT_RESULT,
    sy0504_failed_conversion::FAILED_CONVERSION,
    sy0505_bad_pattern::BAD_PATTERN,
    sy0506_row_numbers_exhausted::ROW_NUMBERS_EXHAUSTED,
    sy0590_second_opinion_width::SECOND_OPINION_WIDTH,
    sy0591_second_opinion_ordinal::SECOND_OPINION_ORDINAL,
    sy0592_second_opinion_limit::SECOND_OPINION_LIMIT,
    sy0593_second_opinion_disjuncts::SECOND_OPINION_DISJUNCTS,
    sy0594_second_opinion_order::SECOND_OPINION_ORDER,
}

/// The entry of `code`, if there is one. Case does not matter.
pub fn find(code: &str) -> Option<&'static Entry> {
    ALL.iter().copied().find(|entry| entry.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, Text};

    fn texts(entry: &Entry) -> [Text; 4] {
        [entry.message, entry.label, entry.help, entry.explanation]
    }

    #[test]
    fn codes_ascend() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn both_languages_say_the_same_things() {
        for entry in ALL {
            for text in texts(entry) {
                assert_eq!(text.en.is_empty(), text.zh.is_empty(), "{}", entry.code);
                let (mut en, mut zh) = (text.placeholders(Lang::En), text.placeholders(Lang::Zh));
                en.sort_unstable();
                zh.sort_unstable();
                en.dedup();
                zh.dedup();
                assert_eq!(en, zh, "{}", entry.code);
                assert!(text.is_empty() || text.zh.chars().any(|c| c > '\u{2e7f}'), "{} has no Chinese", entry.code);
            }
            assert!(!entry.message.is_empty() && !entry.help.is_empty() && !entry.explanation.is_empty(), "{}", entry.code);
        }
    }
}
