//! One shop as the platform's page shows it, with what the registers hold and what is expected of the rules.

use crate::day::{Day, day};

/// The page of the typical shop was read on this day.
pub(super) const SEEN: Day = day(2026, 3, 16);

#[derive(Clone)]
pub(super) struct Scene {
    pub kind: &'static str,
    pub state: &'static str,
    pub seen: Day,
    pub shown: &'static str,
    pub number: Shown,
    /// Absent: the platform gives no address code.
    pub place: Option<Place>,
    /// The kinds of food on the menu.
    pub menu: Vec<&'static str>,
    pub licences: Vec<Licence>,
    pub renewals: Vec<Renewal>,
    pub filings: Vec<&'static str>,
    pub verified: Vec<Day>,
    pub expected: Vec<Expected>,
}

/// The number on the page.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    Nothing,
    Licence(usize),
    Filing(usize),
    /// A number that no register has.
    Unknown,
}

/// Places of a scene have different address codes.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Shop,
    Elsewhere,
}

#[derive(Clone)]
pub(super) struct Licence {
    /// Terms of one number, oldest first.
    pub terms: Vec<(Day, Day)>,
    pub state: &'static str,
    pub place: Place,
    /// Held by the shop's operator or by somebody else.
    pub own: bool,
    pub scope: Vec<&'static str>,
}

#[derive(Clone)]
pub(super) struct Renewal {
    pub licence: usize,
    pub applied: Day,
    pub decision: Option<(&'static str, Day)>,
}

#[derive(Clone)]
pub(super) struct Expected {
    pub relation: &'static str,
    /// Licence numbers by their place in the scene, before the text.
    pub licences: Vec<usize>,
    pub unknown_number: bool,
    pub note: Option<&'static str>,
    pub holds: bool,
}

impl Scene {
    /// A shop that sells hot food, shows its licence, and was verified a month ago. The licence runs until 2028.
    pub(super) fn licensed(kind: &'static str) -> Self {
        Self {
            kind,
            state: "营业",
            seen: SEEN,
            shown: "许可证",
            number: Shown::Licence(0),
            place: Some(Place::Shop),
            menu: vec!["面饭粥粉", "炒菜炖煮", "预包装食品"],
            licences: vec![Licence::until(day(2028, 5, 9))],
            renewals: Vec::new(),
            filings: Vec::new(),
            verified: vec![SEEN - 210, SEEN - 30],
            expected: Vec::new(),
        }
    }

    /// The shop shows a licence that ended on `end`.
    pub(super) fn ended(kind: &'static str, end: Day) -> Self {
        Self { licences: vec![Licence::until(end)], ..Self::licensed(kind) }
    }

    /// The shop shows nothing and the register has nothing.
    pub(super) fn bare(kind: &'static str) -> Self {
        Self { shown: "未展示", number: Shown::Nothing, licences: Vec::new(), ..Self::licensed(kind) }
    }

    pub(super) fn expect(&mut self, relation: &'static str, holds: bool) -> &mut Self {
        self.note(relation, None, holds)
    }

    pub(super) fn note(&mut self, relation: &'static str, note: Option<&'static str>, holds: bool) -> &mut Self {
        self.expected.push(Expected { relation, licences: Vec::new(), unknown_number: false, note, holds });
        self
    }

    /// The clue about the end of the licence shown.
    pub(super) fn expired(&mut self, holds: bool) -> &mut Self {
        self.about("已过期", vec![0], holds)
    }

    pub(super) fn about(&mut self, relation: &'static str, licences: Vec<usize>, holds: bool) -> &mut Self {
        self.expected.push(Expected { relation, licences, unknown_number: false, note: None, holds });
        self
    }

    pub(super) fn question(&mut self, note: &'static str) -> &mut Self {
        self.note("待核", Some(note), true)
    }

    /// Moves everything by `days`, so that copies of a scene differ.
    pub(super) fn shift(&mut self, days: i64) {
        self.seen = self.seen + days;
        let terms = self.licences.iter_mut().flat_map(|l| &mut l.terms).flat_map(|(from, to)| [from, to]);
        let renewals = self.renewals.iter_mut();
        let applied = renewals.flat_map(|r| [Some(&mut r.applied), r.decision.as_mut().map(|(_, day)| day)]).flatten();
        for date in terms.chain(applied).chain(&mut self.verified) {
            *date = *date + days;
        }
    }
}

impl Licence {
    /// A hot-food licence of the shop's operator at the shop's address for five years until `end`.
    pub(super) fn until(end: Day) -> Self {
        Self {
            terms: vec![(end.years(-5) + 1, end)],
            state: "有效",
            place: Place::Shop,
            own: true,
            scope: vec!["热食类食品制售"],
        }
    }
}
