//! Norms: articles of laws in their versions.

use diagnostics::Span;
use values::Date;

/// Number of a norm in [`super::Program::norms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NormId(pub u32);

/// One article (or paragraph) of a law through all its versions: where an article gets another number or wording, it stays
/// one norm.
#[derive(Clone, Debug)]
pub struct Norm {
    /// The name by which rules cite it.
    pub name: String,
    /// Its versions, ascending; their intervals do not overlap. At least one.
    pub versions: Vec<NormVersion>,
    /// The text of its doc comments.
    pub doc: String,
    /// The name in its `.norm`.
    pub span: Span,
}

/// A norm as it read for some time.
#[derive(Clone, Debug)]
pub struct NormVersion {
    /// The full title of the law.
    pub law: String,
    /// The heading of the article, e.g. `第七百二十五条`.
    pub article: String,
    /// The rank of the law.
    pub rank: Option<Rank>,
    /// When it is in force.
    pub in_force: Interval,
    /// Words quoted from it; empty where none are.
    pub text: String,
    /// Who compared the words with what; `None`: unverified.
    pub checked: Option<Verification>,
    /// Its entries.
    pub span: Span,
    /// Where some of them stand.
    pub places: VersionPlaces,
}

/// Where entries of a norm's version stand: their values.
#[derive(Clone, Copy, Debug)]
pub struct VersionPlaces {
    /// `law`
    pub law: Span,
    /// `article`
    pub article: Span,
    /// `in_force`
    pub in_force: Span,
    /// `text`
    pub text: Option<Span>,
    /// `checked`
    pub checked: Option<Span>,
}

/// Days from the first to the last one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The last day; `None`: no end is known.
    pub to: Option<Date>,
}

/// The comparison of a quotation with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The day of the comparison.
    pub on: Date,
    /// The source.
    pub against: String,
}

/// The rank of a law. Source: 立法法 on the order of legal force; see [`Rank::is_above`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// 宪法
    Constitution,
    /// 法律
    Law,
    /// 行政法规
    AdminRegulation,
    /// 地方性法规
    LocalRegulation,
    /// 司法解释
    Interpretation,
    /// 规章
    Rule,
}

impl Rank {
    /// All ranks with their words in a `.norm`.
    pub const NAMES: [(&'static str, Rank); 6] = [
        ("constitution", Rank::Constitution),
        ("law", Rank::Law),
        ("admin_regulation", Rank::AdminRegulation),
        ("local_regulation", Rank::LocalRegulation),
        ("interpretation", Rank::Interpretation),
        ("rule", Rank::Rule),
    ];

    /// The word in a `.norm`.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// True where a conflict goes to this rank without further question. Between local regulations and rules, and between
    /// interpretations and whatever stands below laws, others decide (立法法 refers such conflicts).
    pub fn is_above(self, other: Rank) -> bool {
        use Rank as R;
        let level = |rank: Rank| match rank {
            R::Constitution => 0,
            R::Law => 1,
            R::AdminRegulation => 2,
            R::LocalRegulation | R::Rule | R::Interpretation => 3,
        };
        let incomparable =
            matches!((self, other), (R::Interpretation, R::AdminRegulation) | (R::AdminRegulation, R::Interpretation));
        !incomparable && level(self) < level(other)
    }
}

impl Interval {
    /// Whether it holds this day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// True where some day is in both.
    pub fn meets(&self, other: &Interval) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }

    /// True where every day of `other` is in it. A time without a last day lies only in one without a last day.
    pub fn encloses(&self, other: &Interval) -> bool {
        let ends = match (self.to, other.to) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(to), Some(other)) => other <= to,
        };
        self.from <= other.from && ends
    }
}

impl Norm {
    /// The version in force on a day, an index into [`Norm::versions`].
    pub fn version_on(&self, day: Date) -> Option<usize> {
        self.versions.iter().position(|version| version.in_force.holds(day))
    }
}
