//! Functors that make records of persons, organisations, addresses and documents comparable.

use values::Primitive;

/// A functor of entity resolution. None of them fails, but [`Entity::EditDistance`] on texts beyond [`COMPARED_MAX`].
///
/// Normal forms are for comparing, not for reading. All of them but that of width begin alike: full-width signs become
/// half-width, traditional characters simplified, letters upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// `fold_width(s)`: U+FF01 to U+FF5E become ASCII, U+3000 a blank.
    FoldWidth,
    /// `to_simplified(s)`: each traditional character of [`values::CN_SIMPLIFIED`] becomes the simplified one.
    ToSimplified,
    /// `norm_person(s)`: letters and digits. Full stops and apostrophes are gone; anything else that is neither letter nor digit
    /// is one blank where what stands on both sides lies below U+3000, and gone elsewhere.
    NormPerson,
    /// `norm_org(s)`: as [`Entity::NormPerson`], then without legal form, unless nothing would be left. First the last English
    /// words are dropped (`LTD` and its kin, any number), then 普通合伙, 有限合伙 or 特殊普通合伙 at the end, then 股份有限公司,
    /// 有限责任公司 or 有限公司 at the end, or the first of them inside the name of a branch (分公司, 支公司, 分店, 分厂, 分部, 营业部,
    /// 办事处 at the end), or 公司 at the end unless 分, 支, 子, 母, 总 stands before it.
    NormOrg,
    /// `norm_address(s)`: as [`Entity::NormPerson`], but `-` stays, other dashes become it, and `#` becomes 号. Behind a number (ASCII
    /// digits and letters, or a numeral: 二十 as well as 二〇) 号楼, 栋, 座 become 幢, 楼 becomes 层, 房 and 户 become 室;
    /// numerals become digits, leading zeros and 第 are gone. 室 is gone at the end behind a digit or letter.
    NormAddress,
    /// `norm_document(s)`: no white space, brackets of all kinds become `(` and `)`, dashes `-`. Before 号 numerals become digits,
    /// leading zeros and 第 are gone; four numerals alone in brackets (二〇二一) become digits.
    NormDocument,
    /// `norm_resident_id(s)`: without white space and full-width signs, upper case, in 18 digits; a number of 15 digits gets its century
    /// (the 19th for the sequence codes 996 to 999, otherwise the 20th) and its check digit. "" where it is not valid.
    NormResidentId,
    /// `is_resident_id(s)`: 1 for an identity number of GB 11643-1999 as it stands (18 digits, the last perhaps X, the first not 0, a date that
    /// exists, check digit by ISO 7064 MOD 11-2) and for one of 15 digits, which has no check digit, with a date that exists; otherwise 0.
    IsResidentId,
    /// `is_credit_code(s)`: 1 for a unified social credit code of GB 32100-2015 as it stands (18 of its 31 signs, 3 to 8 digits, check
    /// sign by MOD 31), otherwise 0. The check digit of the organisation code inside is not looked at.
    IsCreditCode,
    /// `is_mod_11_10(s)`: 1 for two digits and more of which the last is the check digit by ISO 7064 MOD 11,10 (GB/T 17710), otherwise 0.
    IsMod1110,
    /// `edit_distance(a, b)`: how many characters have to be inserted, deleted or replaced (Levenshtein 1965). With a third
    /// argument `most`: the lesser of that and `most + 1`, found sooner; a negative `most` counts as 0. A text beyond [`COMPARED_MAX`]: an error.
    EditDistance,
    /// `gram_count(s, q)`: how many q-grams there are, parts of `q` characters one after the other. A text of at most `q` characters, but not
    /// the empty one, is one gram; `q` below 1 counts as 1.
    GramCount,
    /// `gram(s, q, i)`: the q-gram number `i` (from 0) in code-point order, repeats counted; "" where there is none.
    Gram,
    /// `gram_similarity(a, b, q)`: what both have of their q-grams (repeats counted) in percent of what one of them has (Jaccard), rounded down;
    /// 100 where both are empty. Rounding down keeps `>=` with a whole number of percent exact.
    GramSimilarity,
    /// `word_similarity(a, b)`: likewise of words, runs without white space.
    WordSimilarity,
}

/// How many characters a text may have of which an edit distance is asked: the work is the product of both lengths.
pub const COMPARED_MAX: usize = 10_000;

impl Entity {
    /// The type of its result.
    pub const fn result(self) -> Primitive {
        use Entity::*;
        match self {
            FoldWidth | ToSimplified | NormPerson | NormOrg | NormAddress | NormDocument | NormResidentId | Gram => {
                Primitive::Symbol
            }
            IsResidentId | IsCreditCode | IsMod1110 | EditDistance | GramCount | GramSimilarity | WordSimilarity => {
                Primitive::Number
            }
        }
    }

    /// The name as written in a rule.
    pub fn name(self) -> &'static str {
        use Entity::*;
        match self {
            FoldWidth => "fold_width",
            ToSimplified => "to_simplified",
            NormPerson => "norm_person",
            NormOrg => "norm_org",
            NormAddress => "norm_address",
            NormDocument => "norm_document",
            NormResidentId => "norm_resident_id",
            IsResidentId => "is_resident_id",
            IsCreditCode => "is_credit_code",
            IsMod1110 => "is_mod_11_10",
            EditDistance => "edit_distance",
            GramCount => "gram_count",
            Gram => "gram",
            GramSimilarity => "gram_similarity",
            WordSimilarity => "word_similarity",
        }
    }
}
