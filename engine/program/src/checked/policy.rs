//! How a statute counts: periods, and whether a limit belongs to "or more" and "or less".

use diagnostics::Span;

/// A policy that has a name.
#[derive(Clone, Debug)]
pub struct NamedPolicy {
    /// Its name.
    pub name: String,
    /// What it says.
    pub policy: Policy,
    /// The norms that fix it, by name.
    pub norms: Vec<String>,
    /// The name in its `.policy`.
    pub span: Span,
}

/// How a statute counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Policy {
    /// True where the day on which a period begins is counted.
    pub first_day_included: bool,
    /// What becomes of a day that the last month does not have.
    pub month_end: MonthEnd,
    /// True where a period that would end on a holiday ends on the next working day.
    pub rolls_forward: bool,
    /// Which periods in days are counted in working days.
    pub working_days: WorkingDays,
    /// True where 以上 leaves the number itself out.
    pub or_more_excludes: bool,
    /// True where 以下 and 以内 leave the number itself out.
    pub or_less_excludes: bool,
}

/// What becomes of a day that the last month of a period does not have: of 31 August after six months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthEnd {
    /// The last day of that month.
    #[default]
    Clamp,
    /// The days left over are counted into the next month.
    Overflow,
}

/// Which periods in days are counted in working days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkingDays {
    /// None.
    #[default]
    None,
    /// All.
    All,
    /// Those of up to so many days.
    UpTo(u32),
    /// Those of exactly these numbers of days: bit `n` stands for `n` days, 0 to 63.
    These(u64),
}

impl WorkingDays {
    /// Whether a period of so many days is counted in working days.
    pub fn counts(self, days: i64) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::UpTo(most) => days <= i64::from(most),
            Self::These(bits) => (0..64).contains(&days) && bits >> days & 1 == 1,
        }
    }
}

/// What a period is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodUnit {
    /// Days, of the calendar or working days as the policy says.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl PeriodUnit {
    /// As written in a rule.
    pub fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}
