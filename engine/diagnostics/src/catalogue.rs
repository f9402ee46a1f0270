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
    sy0119_foreign_sign::FOREIGN_SIGN,
    sy0120_word_negation::WORD_NEGATION,
    sy0121_text_too_long::TEXT_TOO_LONG,
    sy0201_undeclared_relation::UNDECLARED_RELATION,
    sy0202_relation_declared_twice::RELATION_DECLARED_TWICE,
    sy0203_type_declared_twice::TYPE_DECLARED_TWICE,
    sy0204_predefined_type::PREDEFINED_TYPE,
    sy0205_undefined_type::UNDEFINED_TYPE,
    sy0206_cyclic_type::CYCLIC_TYPE,
    sy0207_subset_of_union::SUBSET_OF_UNION,
    sy0208_mixed_union::MIXED_UNION,
    sy0209_column_declared_twice::COLUMN_DECLARED_TWICE,
    sy0210_qualifier_twice::QUALIFIER_TWICE,
    sy0211_wrong_arity::WRONG_ARITY,
    sy0212_unknown_column::UNKNOWN_COLUMN,
    sy0213_column_given_twice::COLUMN_GIVEN_TWICE,
    sy0214_mixed_arguments::MIXED_ARGUMENTS,
    sy0215_head_column_missing::HEAD_COLUMN_MISSING,
    sy0216_plan_without_recursion::PLAN_WITHOUT_RECURSION,
    sy0217_old_type_declaration::OLD_TYPE_DECLARATION,
    sy0218_old_qualifier::OLD_QUALIFIER,
    sy0220_unknown_parameter::UNKNOWN_PARAMETER,
    sy0221_bad_parameter::BAD_PARAMETER,
    sy0222_parameter_twice::PARAMETER_TWICE,
    sy0223_printsize_twice::PRINTSIZE_TWICE,
    sy0224_column_names_without_headers::COLUMN_NAMES_WITHOUT_HEADERS,
    sy0225_columns_count::COLUMNS_COUNT,
    sy0226_row_column_type::ROW_COLUMN_TYPE,
    sy0227_no_equivalence::NO_EQUIVALENCE,
    sy0228_unknown_choice_column::UNKNOWN_CHOICE_COLUMN,
    sy0229_two_laws::TWO_LAWS,
    sy0230_unknown_functor::UNKNOWN_FUNCTOR,
    sy0231_functor_arity::FUNCTOR_ARITY,
    sy0232_unknown_rounding::UNKNOWN_ROUNDING,
    sy0233_rounding_places::ROUNDING_PLACES,
    sy0234_subsumption_across::SUBSUMPTION_ACROSS,
    sy0235_no_subsumption::NO_SUBSUMPTION,
    sy0236_rule_of_debug_delta::RULE_OF_DEBUG_DELTA,
    sy0237_limit_missing::LIMIT_MISSING,
    sy0240_missing_include::MISSING_INCLUDE,
    sy0241_include_cycle::INCLUDE_CYCLE,
    sy0242_too_many_inclusions::TOO_MANY_INCLUSIONS,
    sy0243_unreadable_include::UNREADABLE_INCLUDE,
    sy0250_unknown_grade::UNKNOWN_GRADE,
    sy0251_annotation_without_value::ANNOTATION_WITHOUT_VALUE,
    sy0252_clue_given_twice::CLUE_GIVEN_TWICE,
    sy0260_part_of_composite::PART_OF_COMPOSITE,
    sy0261_field_declared_twice::FIELD_DECLARED_TWICE,
    sy0262_branch_declared_twice::BRANCH_DECLARED_TWICE,
    sy0263_uninhabited_type::UNINHABITED_TYPE,
    sy0264_unknown_branch::UNKNOWN_BRANCH,
    sy0265_field_count::FIELD_COUNT,
    sy0266_no_record_type::NO_RECORD_TYPE,
    sy0267_old_counter::OLD_COUNTER,
    sy0280_unknown_component::UNKNOWN_COMPONENT,
    sy0281_component_arguments::COMPONENT_ARGUMENTS,
    sy0282_instance_name_taken::INSTANCE_NAME_TAKEN,
    sy0283_component_name_taken::COMPONENT_NAME_TAKEN,
    sy0284_cyclic_inheritance::CYCLIC_INHERITANCE,
    sy0285_not_overridable::NOT_OVERRIDABLE,
    sy0286_not_inherited::NOT_INHERITED,
    sy0287_instances_too_deep::INSTANCES_TOO_DEEP,
    sy0288_too_many_instances::TOO_MANY_INSTANCES,
    sy0289_component_parameter_twice::COMPONENT_PARAMETER_TWICE,
    sy0290_parameter_hides_type::PARAMETER_HIDES_TYPE,
    sy0291_misplaced_directive::MISPLACED_DIRECTIVE,
    sy0292_inherited_twice::INHERITED_TWICE,
    sy0293_unknown_pragma::UNKNOWN_PRAGMA,
    sy0294_pragma_twice::PRAGMA_TWICE,
    sy0295_inline_circle::INLINE_CIRCLE,
    sy0296_inlined_io::INLINED_IO,
    sy0297_inlined_counter::INLINED_COUNTER,
    sy0298_not_inlinable::NOT_INLINABLE,
    sy0299_not_supported::NOT_SUPPORTED,
    sy0301_type_conflict::TYPE_CONFLICT,
    sy0302_wrong_value_type::WRONG_VALUE_TYPE,
    sy0303_compared_types::COMPARED_TYPES,
    sy0304_no_signature::NO_SIGNATURE,
    sy0305_ambiguous_constant::AMBIGUOUS_CONSTANT,
    sy0306_constant_out_of_range::CONSTANT_OUT_OF_RANGE,
    sy0307_no_such_date::NO_SUCH_DATE,
    sy0308_date_form::DATE_FORM,
    sy0309_decimal_places::DECIMAL_PLACES,
    sy0310_unrounded_quotient::UNROUNDED_QUOTIENT,
    sy0311_unrelated_types::UNRELATED_TYPES,
    sy0312_not_a_subtype::NOT_A_SUBTYPE,
    sy0313_misplaced_wildcard::MISPLACED_WILDCARD,
    sy0314_fact_not_constant::FACT_NOT_CONSTANT,
    sy0315_unquoted_date::UNQUOTED_DATE,
    sy0320_ungrounded::UNGROUNDED,
    sy0321_too_many_alternatives::TOO_MANY_ALTERNATIVES,
    sy0322_negated_conjunction_in_aggregate::NEGATED_CONJUNCTION_IN_AGGREGATE,
    sy0323_inlining_too_large::INLINING_TOO_LARGE,
    sy0330_circular_negation::CIRCULAR_NEGATION,
    sy0340_unknown_plan_atom::UNKNOWN_PLAN_ATOM,
    sy0341_incomplete_plan::INCOMPLETE_PLAN,
    sy0342_unknown_plan_version::UNKNOWN_PLAN_VERSION,
    sy0343_plan_version_twice::PLAN_VERSION_TWICE,
    sy0350_ambiguous_record::AMBIGUOUS_RECORD,
    sy0351_order_of_composites::ORDER_OF_COMPOSITES,
    sy0352_witness_of_total::WITNESS_OF_TOTAL,
    sy0353_misplaced_counter::MISPLACED_COUNTER,
    sy0391_dead_rule::DEAD_RULE,
    sy0392_unused_relation::UNUSED_RELATION,
    sy0393_empty_relation::EMPTY_RELATION,
    sy0394_ill_formed_pattern::ILL_FORMED_PATTERN,
    sy0395_ignored_plan::IGNORED_PLAN,
    sy0396_cross_product::CROSS_PRODUCT,
    sy0398_unresolved_rule::UNRESOLVED_RULE,
    sy0399_bad_stratum::BAD_STRATUM,
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
    sy0412_too_many_symbols::TOO_MANY_SYMBOLS,
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
    sy0443_overwrites_source::OVERWRITES_SOURCE,
    sy0444_bad_composite::BAD_COMPOSITE,
    sy0445_unbalanced_brackets::UNBALANCED_BRACKETS,
    sy0446_damaged_gzip::DAMAGED_GZIP,
    sy0447_bad_json::BAD_JSON,
    sy0448_missing_field::MISSING_FIELD,
    sy0449_wrong_kind::WRONG_KIND,
    sy0450_bad_database::BAD_DATABASE,
    sy0451_missing_table::MISSING_TABLE,
    sy0452_missing_table_column::MISSING_TABLE_COLUMN,
    sy0501_overflow::OVERFLOW,
    sy0502_division_by_zero::DIVISION_BY_ZERO,
    sy0503_inexact_result::INEXACT_RESULT,
    sy0504_failed_conversion::FAILED_CONVERSION,
    sy0505_bad_pattern::BAD_PATTERN,
    sy0506_row_numbers_exhausted::ROW_NUMBERS_EXHAUSTED,
    sy0507_text_grows::TEXT_GROWS,
    sy0508_too_many_derived::TOO_MANY_DERIVED,
    sy0509_too_many_rounds::TOO_MANY_ROUNDS,
    sy0510_too_much_memory::TOO_MUCH_MEMORY,
    sy0511_records_need_memory::RECORDS_NEED_MEMORY,
    sy0512_rounds_cut::ROUNDS_CUT,
    sy0590_second_opinion_width::SECOND_OPINION_WIDTH,
    sy0591_second_opinion_ordinal::SECOND_OPINION_ORDINAL,
    sy0592_second_opinion_limit::SECOND_OPINION_LIMIT,
    sy0593_second_opinion_disjuncts::SECOND_OPINION_DISJUNCTS,
    sy0594_second_opinion_order::SECOND_OPINION_ORDER,
    sy0601_unknown_argument::UNKNOWN_ARGUMENT,
    sy0602_missing_argument::MISSING_ARGUMENT,
    sy0603_bad_argument_value::BAD_ARGUMENT_VALUE,
    sy0604_repeated_argument::REPEATED_ARGUMENT,
    sy0605_missing_program::MISSING_PROGRAM,
    sy0606_no_project::NO_PROJECT,
    sy0607_unreadable_program::UNREADABLE_PROGRAM,
    sy0608_no_rule_files::NO_RULE_FILES,
    sy0609_bad_size::BAD_SIZE,
    sy0610_malformed_project::MALFORMED_PROJECT,
    sy0611_unknown_project_key::UNKNOWN_PROJECT_KEY,
    sy0612_bad_project_value::BAD_PROJECT_VALUE,
    sy0613_parameters_not_supported::PARAMETERS_NOT_SUPPORTED,
    sy0614_unknown_shown_relation::UNKNOWN_SHOWN_RELATION,
    sy0615_missing_program_key::MISSING_PROGRAM_KEY,
    sy0616_threads_refused::THREADS_REFUSED,
    sy0617_memory_unknown::MEMORY_UNKNOWN,
    sy0620_question_not_an_atom::QUESTION_NOT_AN_ATOM,
    sy0621_question_unknown_relation::QUESTION_UNKNOWN_RELATION,
    sy0622_question_arity::QUESTION_ARITY,
    sy0623_question_unknown_column::QUESTION_UNKNOWN_COLUMN,
    sy0624_question_column_given_twice::QUESTION_COLUMN_GIVEN_TWICE,
    sy0625_question_not_a_value::QUESTION_NOT_A_VALUE,
    sy0626_question_wrong_type::QUESTION_WRONG_TYPE,
    sy0627_unknown_clue_id::UNKNOWN_CLUE_ID,
    sy0630_unknown_code::UNKNOWN_CODE,
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
            assert!(
                !entry.message.is_empty() && !entry.help.is_empty() && !entry.explanation.is_empty(),
                "{}",
                entry.code
            );
        }
    }
}
