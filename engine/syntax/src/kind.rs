//! The kinds of tokens and nodes in a tree.

/// Declares [`SyntaxKind`] and the tables that belong to it.
macro_rules! kinds {
    (
        tokens { $($token:ident $token_doc:literal,)* }
        signs { $($sign:ident $sign_text:literal,)* }
        words { $($word:ident $word_text:literal,)* }
        directives { $($directive:ident $directive_text:literal,)* }
        nodes { $($node:ident $node_doc:literal,)* }
    ) => {
        /// What a token or a node of the tree is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        pub enum SyntaxKind {
            $(#[doc = $token_doc] $token,)*
            $(#[doc = concat!("`", $sign_text, "`")] $sign,)*
            $(#[doc = concat!("The reserved word `", $word_text, "`")] $word,)*
            $(#[doc = concat!("The directive `.", $directive_text, "`")] $directive,)*
            $(#[doc = $node_doc] $node,)*
        }

        /// Every kind in the order of its number.
        const ALL: &[SyntaxKind] = &[
            $(SyntaxKind::$token,)* $(SyntaxKind::$sign,)* $(SyntaxKind::$word,)*
            $(SyntaxKind::$directive,)* $(SyntaxKind::$node,)*
        ];

        /// The reserved words with their kinds.
        pub(crate) const RESERVED: &[(&str, SyntaxKind)] = &[$(($word_text, SyntaxKind::$word),)*];

        /// The directives without their dots, with their kinds.
        pub(crate) const DIRECTIVES: &[(&str, SyntaxKind)] = &[$(($directive_text, SyntaxKind::$directive),)*];

        impl SyntaxKind {
            /// How a sign, reserved word or directive is written; `None` for other kinds.
            pub fn fixed_text(self) -> Option<&'static str> {
                match self {
                    $(Self::$sign => Some($sign_text),)*
                    $(Self::$word => Some($word_text),)*
                    $(Self::$directive => Some(concat!(".", $directive_text)),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    tokens {
        WHITESPACE "Blanks and line breaks, a byte order mark at the start too",
        COMMENT "`// ...` up to the end of the line, or `/* ... */`",
        OUTER_DOC "`/// ...` up to the end of the line",
        INNER_DOC "`//! ...` up to the end of the line",
        PREPROCESSOR "`#...` up to the end of the line, continuation lines included",
        ILLEGAL "Characters that mean nothing here; reported",
        IDENT "An identifier",
        INTEGER "`12`, `0x1F`, `0b101`",
        UNSIGNED "An integer with the suffix `u`",
        FLOAT "`1.5`",
        DECIMAL "`12.50m`, `12m`",
        IPV4 "`10.0.0.1`",
        MALFORMED_NUMBER "Something that starts like a number and is none; reported",
        STRING "`\"...\"`",
        DATE "`d\"2021-01-01\"`; the day is not checked here",
        UNKNOWN_DIRECTIVE "`.word`, first on its line and followed by a blank, that is no directive; reported",
        EOF "The end of the text; never in a tree",
    }
    signs {
        L_PAREN "(", R_PAREN ")", L_BRACKET "[", R_BRACKET "]", L_BRACE "{", R_BRACE "}",
        COMMA ",", SEMICOLON ";", DOT ".", COLON ":", COLON2 "::", IF ":-", SUBTYPE "<:",
        EQ "=", NE "!=", LT "<", LE "<=", GT ">", GE ">=", NOT "!",
        PLUS "+", MINUS "-", STAR "*", SLASH "/", PERCENT "%", CARET "^",
        ARROW "->", PIPE "|", DOLLAR "$", AT "@", AT2 "@@", AT_NOT "@!", UNDERSCORE "_",
    }
    words {
        AS "as", AUTOINC "autoinc", BAND "band", BNOT "bnot", BOR "bor", BRIE "brie", BSHL "bshl", BSHR "bshr",
        BSHRU "bshru", BTREE "btree", BTREE_DELETE "btree_delete", BXOR "bxor", CAT "cat",
        CHOICE_DOMAIN "choice-domain", CONTAINS "contains", COUNT "count", DEBUG_DELTA "debug_delta",
        EQREL "eqrel", FALSE "false", INLINE "inline", INPUT "input", LAND "land", LNOT "lnot", LOR "lor",
        LXOR "lxor", MAGIC "magic", MATCH "match", MAX "max", MEAN "mean", MIN "min", NIL "nil",
        NO_INLINE "no_inline", NO_MAGIC "no_magic", ORD "ord", OUTPUT "output", OVERRIDABLE "overridable",
        PRINTSIZE "printsize", RANGE "range", RECURSIVE_ITERATION_CNT "recursive_iteration_cnt",
        STATEFUL "stateful", STRLEN "strlen", SUBSTR "substr", SUM "sum", TO_FLOAT "to_float",
        TO_NUMBER "to_number", TO_STRING "to_string", TO_UNSIGNED "to_unsigned", TRUE "true",
        FILE_CONST "__FILE__", LINE_CONST "__LINE__", INCL_CONST "__INCL__",
    }
    directives {
        DECL_DIR "decl", TYPE_DIR "type", LATTICE_DIR "lattice", FUNCTOR_DIR "functor", INPUT_DIR "input",
        OUTPUT_DIR "output", PRINTSIZE_DIR "printsize", LIMITSIZE_DIR "limitsize", COMP_DIR "comp",
        INIT_DIR "init", OVERRIDE_DIR "override", PRAGMA_DIR "pragma", PLAN_DIR "plan", INCLUDE_DIR "include",
        NUMBER_TYPE_DIR "number_type", SYMBOL_TYPE_DIR "symbol_type", ONCE_DIR "once",
        NORM_DIR "norm", PARAM_DIR "param", POLICY_DIR "policy", MODEL_DIR "model", COMPLETE_DIR "complete",
        FINDING_DIR "finding", EXPECT_DIR "expect", EXCEPT_DIR "except", TEST_DIR "test",
    }
    nodes {
        PROGRAM "A whole text",
        ERROR "Tokens that fit nowhere; reported",
        ANNOTATION "`@[key = tokens]` or `@![key = tokens]`",
        ANNOTATION_VALUE "The tokens of an annotation's value",
        RELATION_DECL "`.decl A, B(x: T) qualifiers`",
        ATTRIBUTE_LIST "Attributes between parentheses, brackets or braces",
        ATTRIBUTE "`x: T` or `x: T<>`; in `.functor` also `T`",
        CHOICE_KEY "`k` or `(k1, k2)` behind `choice-domain`",
        DEBUG_DELTA_DECL "`.decl D = debug_delta(R)`",
        TYPE_DECL "`.type ...`, `.number_type N`, `.symbol_type S`",
        SUBSET_TYPE "`<: T`",
        UNION_TYPE "`= A | B`; with one member an alias",
        RECORD_TYPE "`= [f: T]`",
        ADT_TYPE "`= B {f: T} | C {}`",
        BRANCH_DECL "`B {f: T}`",
        LATTICE_DECL "`.lattice T<> {...}`",
        LATTICE_ENTRY "`Lub -> @f(_, _)`",
        FUNCTOR_DECL "`.functor f(x: T): U`",
        IO_DIRECTIVE "`.input`, `.output`, `.printsize`, `.limitsize`",
        PARAMETER "`key = value`",
        PRAGMA "`.pragma \"key\" \"value\"`",
        INCLUDE "`.include \"path\"`",
        ONCE "`.once`",
        COMPONENT "`.comp C<T> : B {...}`",
        COMPONENT_TYPE "`C<T, U>`",
        INIT "`.init i = C<T>`",
        OVERRIDE "`.override R`",
        RULE "A rule or fact",
        SUBSUMPTION "`R(x) <= R(y) :- body.`",
        PLAN "`.plan 0:(1, 2)`",
        PLAN_VERSION "`0:(1, 2)`",
        NAME "Identifiers joined by dots",
        ATOM "`p(x, y)`",
        ARGUMENT_LIST "Arguments between parentheses or brackets",
        ARGUMENT "`x` or `name: x`",
        BODY "Conjunctions separated by `;`",
        CONJUNCTION "Literals separated by `,`",
        NEGATION "`!` and a literal",
        COMPARISON "`x < y`",
        TEST "`match(..)` or `contains(..)`",
        TRUTH "`true` or `false`",
        PAREN_BODY "A body between parentheses",
        CONSTANT "A number, string or date",
        VARIABLE "A variable",
        WILDCARD "`_`",
        NIL_TERM "`nil`",
        RECORD "`[x, y]`",
        BRANCH "`$B(x, y)`",
        OLD_COUNTER "`$`",
        CAST "`as(x, T)`",
        CALL "`cat(x, y)`, `f(x)`, `autoinc()`",
        USER_CALL "`@f(x)`",
        AGGREGATE "`sum x : body`",
        USER_AGGREGATE "`@@f x : init, body`",
        AGGREGATE_BODY "One atom, or a conjunction between braces",
        PAREN_TERM "A term between parentheses",
        UNARY "`-x`, `bnot x`, `lnot x`",
        CHAIN "Operands and operators of one level of precedence",
        SOURCE_CONSTANT "`__FILE__`, `__LINE__`, `__INCL__`",
        NOT_LITERAL "`not p(x) within (place: y)`",
        WITHIN "`within (place: x, day: t .. u)`",
        EXTENT "`place: x` or `day: t .. u`",
        UNLESS "`unless p(x) within (place: y)`",
        PROVISO "`but 5 when p(x)`",
        COLUMN_LIST "Names of columns between parentheses",
        NORM_DECL "`.norm N {...}`",
        NORM_VERSION "`version {...}`",
        POLICY_DECL "`.policy P {...}`",
        ENTRY "`key: value`",
        ENTRY_VALUE "What stands behind the colon of an entry",
        INTERVAL "`d\"2021-01-01\" ..` or `d\"2021-01-01\" .. d\"2022-12-31\"`",
        PARAM_DECL "`.param p(k: T) : U {...}`",
        PARAM_VALUE "`(\"a\", d\"2021-01-01\" .., 5, source: \"...\")`",
        MODEL_DECL "`.model M \"title\" {...}`",
        CANDIDATE "`candidate p(k)`",
        MODEL_ELEMENT "`element a \"...\"` or `element a = M.b`",
        COMPLETE_DECL "`.complete p by (place, day) from \"file\"`",
        FINDING_DECL "`.finding f(k: T) : U`",
        EXPECT_DECL "`.expect p(k)`",
        EXCEPT_DECL "`.except rule unless p(x)`",
        TEST_DECL "`.test \"title\" {...}`",
        TEST_AS_OF "`as_of d\"2021-01-01\"`",
        TEST_PARAM "`param p = 5`",
        TEST_COMPLETE "`complete p`",
        TEST_GIVEN "`given p(1), q(2)`",
        TEST_EXPECT "`expect no clue p(1) because q`",
    }
}

impl SyntaxKind {
    /// The kind with this number in a tree.
    pub(crate) fn from_raw(raw: u16) -> Self {
        ALL[usize::from(raw)]
    }

    /// What may stand between any two tokens: blanks, comments, preprocessor lines, and illegal characters, which have been
    /// reported.
    pub fn is_trivia(self) -> bool {
        use SyntaxKind::*;
        matches!(self, WHITESPACE | COMMENT | OUTER_DOC | INNER_DOC | PREPROCESSOR | ILLEGAL)
    }

    /// A word that cannot name a relation, attribute, type or variable.
    pub fn is_reserved(self) -> bool {
        (SyntaxKind::AS..=SyntaxKind::INCL_CONST).contains(&self)
    }

    /// A directive of the dialect.
    pub fn is_directive(self) -> bool {
        (SyntaxKind::DECL_DIR..=SyntaxKind::TEST_DIR).contains(&self)
    }

    /// A directive of the legal layer.
    pub(crate) fn is_legal_directive(self) -> bool {
        (SyntaxKind::NORM_DIR..=SyntaxKind::TEST_DIR).contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_kinds_are_their_places() {
        assert!(ALL.iter().enumerate().all(|(number, kind)| *kind as usize == number));
    }

    #[test]
    fn the_tables_and_the_ranges_agree() {
        let is_word = |kind: &SyntaxKind| RESERVED.iter().any(|(_, word)| word == kind);
        let is_directive = |kind: &SyntaxKind| DIRECTIVES.iter().any(|(_, directive)| directive == kind);
        assert!(ALL.iter().all(|kind| kind.is_reserved() == is_word(kind)));
        assert!(ALL.iter().all(|kind| kind.is_directive() == is_directive(kind)));
    }
}
