//! One property under enforcement, with everything the records say about it and what is expected of the rules.

use crate::day::{Day, day};

/// Amounts of a scene are hundredths of a percent of `value` (ratios) or whole yuan (rents, payments).
#[derive(Clone)]
pub(super) struct Scene {
    pub kind: &'static str,
    pub category: &'static str,
    /// The basis of all prices, in units of 10,000 yuan, so that every ratio of it is a whole number of yuan.
    pub value: i64,
    pub local_rent: Option<i64>,
    pub valuations: Vec<Valuation>,
    pub rounds: Vec<Round>,
    pub leases: Vec<Lease>,
    pub seizures: Vec<Seizure>,
    pub uses: Vec<Use>,
    pub payments: Vec<Day>,
    pub ties: Vec<(Party, Party, &'static str)>,
    pub expected: Vec<Expected>,
}

#[derive(Clone)]
pub(super) struct Valuation {
    pub ratio: i64,
    pub issued: Day,
    pub until: Day,
    pub with_lease: bool,
}

#[derive(Clone)]
pub(super) struct Round {
    /// Empty: the record does not say.
    pub name: &'static str,
    pub first_notice: Day,
    pub open: Day,
    pub start: i64,
    /// Of the start price.
    pub deposit: i64,
    pub bidders: i64,
    pub sold: Option<i64>,
    pub buyer: Party,
    pub valuation: Option<usize>,
    pub previous: Option<usize>,
}

#[derive(Clone)]
pub(super) struct Lease {
    pub tenant: Party,
    pub signed: Day,
    pub from: Day,
    pub to: Day,
    pub rent: i64,
    pub payment: &'static str,
    pub written: bool,
}

#[derive(Clone)]
pub(super) struct Seizure {
    pub day: Day,
    pub published: &'static str,
}

#[derive(Clone)]
pub(super) struct Use {
    pub user: Party,
    pub day: Day,
}

/// A namesake bears the tenant's name and another number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    Debtor,
    Tenant,
    Buyer,
    Namesake,
}

#[derive(Clone)]
pub(super) struct Expected {
    pub relation: &'static str,
    pub about: About,
    pub note: Option<&'static str>,
    pub holds: bool,
}

/// Rounds and leases by their place in the scene.
#[derive(Clone, Copy)]
pub(super) enum About {
    Round(usize),
    Pair(usize, usize),
    Rounds(usize, usize),
    Lease(usize),
}

impl Scene {
    /// The typical pattern, every element met, nothing that defeats it: a lease of twenty years less a day, signed two
    /// years before the seizure, rent paid at once, nobody in occupation; unsold in the first round at 80 %, sold in
    /// the second at 64 % to the only bidder.
    pub(super) fn typical(kind: &'static str) -> Self {
        Self {
            kind,
            category: "商铺",
            value: 200,
            local_rent: Some(130_000),
            valuations: vec![Valuation {
                ratio: 10_000,
                issued: day(2023, 9, 1),
                until: day(2024, 8, 31),
                with_lease: false,
            }],
            rounds: vec![
                Round::unsold("一拍", day(2023, 12, 5), 8_000),
                Round::unsold("二拍", day(2024, 1, 15), 6_400).after(0).sold(6_400, 1),
            ],
            leases: vec![Lease {
                tenant: Party::Tenant,
                signed: day(2021, 3, 1),
                from: day(2021, 3, 10),
                to: day(2041, 3, 9),
                rent: 120_000,
                payment: "一次付清",
                written: true,
            }],
            seizures: vec![Seizure { day: day(2023, 2, 20), published: "是" }],
            uses: Vec::new(),
            payments: Vec::new(),
            ties: Vec::new(),
            expected: Vec::new(),
        }
    }

    /// Without a lease, for what concerns prices alone.
    pub(super) fn price_only(kind: &'static str, rounds: Vec<Round>) -> Self {
        Self { leases: Vec::new(), rounds, ..Self::typical(kind) }
    }

    pub(super) fn expect(
        &mut self,
        relation: &'static str,
        about: About,
        note: Option<&'static str>,
        holds: bool,
    ) -> &mut Self {
        self.expected.push(Expected { relation, about, note, holds });
        self
    }

    /// The clue about the last round and the only lease.
    pub(super) fn clue(&mut self, holds: bool) -> &mut Self {
        let pair = self.pair();
        self.expect("线索", pair, None, holds)
    }

    /// A question instead of a clue.
    pub(super) fn question(&mut self, note: &'static str) -> &mut Self {
        let pair = self.pair();
        self.expect("待核", pair, Some(note), true).clue(false)
    }

    pub(super) fn stronger(&mut self, note: &'static str, holds: bool) -> &mut Self {
        let pair = self.pair();
        self.expect("强化", pair, Some(note), holds)
    }

    fn pair(&self) -> About {
        About::Pair(self.rounds.len() - 1, 0)
    }

    /// The last round.
    pub(super) fn last(&mut self) -> &mut Round {
        let last = self.rounds.len() - 1;
        &mut self.rounds[last]
    }

    /// The second round fails too, and the property is sold off.
    pub(super) fn sell_off(&mut self, start: i64, price: i64, bidders: i64) {
        self.last().sold = None;
        self.last().bidders = 0;
        self.rounds.push(Round::unsold("变卖", day(2024, 3, 20), start).after(1).sold(price, bidders));
    }

    /// Moves everything by `days`, so that copies of a scene differ.
    pub(super) fn shift(&mut self, days: i64) {
        let valuations = self.valuations.iter_mut().flat_map(|v| [&mut v.issued, &mut v.until]);
        let rounds = self.rounds.iter_mut().flat_map(|r| [&mut r.first_notice, &mut r.open]);
        let leases = self.leases.iter_mut().flat_map(|l| [&mut l.signed, &mut l.from, &mut l.to]);
        let seizures = self.seizures.iter_mut().map(|s| &mut s.day);
        let uses = self.uses.iter_mut().map(|u| &mut u.day);
        for date in valuations.chain(rounds).chain(leases).chain(seizures).chain(uses).chain(&mut self.payments) {
            *date = *date + days;
        }
    }
}

impl Round {
    /// First announced on 2023-10-30.
    pub(super) fn unsold(name: &'static str, open: Day, start: i64) -> Self {
        Self {
            name,
            first_notice: day(2023, 10, 30),
            open,
            start,
            deposit: 1_000,
            bidders: 0,
            sold: None,
            buyer: Party::Buyer,
            valuation: Some(0),
            previous: None,
        }
    }

    pub(super) fn after(self, previous: usize) -> Self {
        Self { previous: Some(previous), ..self }
    }

    pub(super) fn sold(self, price: i64, bidders: i64) -> Self {
        Self { sold: Some(price), bidders, ..self }
    }
}
