//! Scenes as the tables of the agencies.

use std::fmt::Display;

use super::scene::{About, Party, Scene};
use crate::names;
use crate::random::Random;
use crate::table::{Table, cell};
use crate::truth::{CHINESE, Truth, truth_file};

/// The tables under construction and the numbers given so far.
pub(super) struct Tables {
    properties: Table,
    auctions: Table,
    valuations: Table,
    leases: Table,
    seizures: Table,
    uses: Table,
    payments: Table,
    ties: Table,
    truths: Vec<Truth>,
    next: Next,
}

#[derive(Default)]
struct Next {
    property: usize,
    auction: usize,
    valuation: usize,
    lease: usize,
    seizure: usize,
    used: usize,
}

/// The numbers of one scene's parts.
struct Numbers {
    property: String,
    rounds: Vec<String>,
    valuations: Vec<String>,
    leases: Vec<String>,
    names: [String; 3],
}

impl Tables {
    pub(super) fn new() -> Self {
        Self {
            properties: Table::new(&["标的编号", "类型", "坐落", "被执行人编号", "被执行人", "参考年租金"]),
            auctions: Table::new(&[
                "拍卖编号",
                "案号",
                "法院",
                "标的编号",
                "轮次",
                "前次拍卖",
                "评估编号",
                "一拍公告日",
                "开拍日",
                "起拍价",
                "保证金",
                "竞买人数",
                "结果",
                "成交价",
                "买受人编号",
                "买受人",
            ]),
            valuations: Table::new(&["评估编号", "标的编号", "方式", "评估价", "出具日", "有效期至", "带租评估"]),
            leases: Table::new(&[
                "租约编号",
                "标的编号",
                "出租人编号",
                "承租人编号",
                "承租人",
                "签订日",
                "起租日",
                "止租日",
                "年租金",
                "付租方式",
                "书面",
            ]),
            seizures: Table::new(&["查封编号", "标的编号", "法院", "查封日", "公示"]),
            uses: Table::new(&["记录编号", "标的编号", "种类", "用户编号", "户名", "起用日"]),
            payments: Table::new(&["租约编号", "付款人编号", "收款人编号", "付款日", "金额"]),
            ties: Table::new(&["甲方编号", "乙方编号", "关系"]),
            truths: Vec::new(),
            next: Next::default(),
        }
    }

    pub(super) fn add(&mut self, scene: &Scene, random: &mut Random) {
        let numbers = self.number(scene, random);
        let rent = cell(scene.local_rent);
        self.properties.row(&[
            &numbers.property,
            &scene.category,
            &names::address(random),
            &id(&numbers, Party::Debtor),
            &numbers.names[0],
            &rent,
        ]);
        self.add_valuations(scene, &numbers, random);
        self.add_auctions(scene, &numbers, random);
        self.add_leases(scene, &numbers);
        self.add_enforcement(scene, &numbers, random);
        for (one, other, tie) in &scene.ties {
            self.ties.row(&[&id(&numbers, *one), &id(&numbers, *other), tie]);
        }
        self.add_truths(scene, &numbers);
    }

    pub(super) fn finish(self) -> Vec<(&'static str, String)> {
        vec![
            ("truth.csv", truth_file(&CHINESE, self.truths)),
            ("占有.csv", self.uses.finish()),
            ("关系.csv", self.ties.finish()),
            ("拍卖.csv", self.auctions.finish()),
            ("查封.csv", self.seizures.finish()),
            ("标的.csv", self.properties.finish()),
            ("租约.csv", self.leases.finish()),
            ("租金流水.csv", self.payments.finish()),
            ("评估.csv", self.valuations.finish()),
        ]
    }

    fn number(&mut self, scene: &Scene, random: &mut Random) -> Numbers {
        let series = |letter: char, last: &mut usize, count: usize| -> Vec<String> {
            let numbers = (*last + 1..=*last + count).map(|n| format!("{letter}{n:04}")).collect();
            *last += count;
            numbers
        };
        Numbers {
            property: series('B', &mut self.next.property, 1).remove(0),
            rounds: series('P', &mut self.next.auction, scene.rounds.len()),
            valuations: series('G', &mut self.next.valuation, scene.valuations.len()),
            leases: series('Z', &mut self.next.lease, scene.leases.len()),
            names: [names::party(random), names::party(random), names::party(random)],
        }
    }

    fn add_valuations(&mut self, scene: &Scene, numbers: &Numbers, random: &mut Random) {
        for (valuation, number) in scene.valuations.iter().zip(&numbers.valuations) {
            self.valuations.row(&[
                number,
                &numbers.property,
                &random.pick(&["委托评估", "网络询价"]),
                &yuan(scene.value, valuation.ratio),
                &valuation.issued,
                &valuation.until,
                &yes_no(valuation.with_lease),
            ]);
        }
    }

    fn add_auctions(&mut self, scene: &Scene, numbers: &Numbers, random: &mut Random) {
        let court = names::court(random);
        let case = random.between(1, 2_900);
        for (round, number) in scene.rounds.iter().zip(&numbers.rounds) {
            let sold = round.sold.map(|ratio| yuan(scene.value, ratio));
            let buyer = round.sold.map(|_| id(numbers, round.buyer));
            let start = scene.value * round.start;
            self.auctions.row(&[
                number,
                &format!("（{}）青执{case}号", round.first_notice.year()),
                &court,
                &numbers.property,
                &round.name,
                &cell(round.previous.map(|previous| &numbers.rounds[previous])),
                &cell(round.valuation.map(|valuation| &numbers.valuations[valuation])),
                &round.first_notice,
                &round.open,
                &yuan(scene.value, round.start),
                &decimal(start * round.deposit, 10_000),
                &round.bidders,
                &if round.sold.is_some() { "成交" } else { "流拍" },
                &cell(sold),
                &cell(buyer),
                &cell(round.sold.map(|_| name(numbers, round.buyer))),
            ]);
        }
    }

    fn add_leases(&mut self, scene: &Scene, numbers: &Numbers) {
        for (lease, number) in scene.leases.iter().zip(&numbers.leases) {
            self.leases.row(&[
                number,
                &numbers.property,
                &id(numbers, Party::Debtor),
                &id(numbers, lease.tenant),
                &name(numbers, lease.tenant),
                &lease.signed,
                &lease.from,
                &lease.to,
                &lease.rent,
                &lease.payment,
                &yes_no(lease.written),
            ]);
        }
        for paid in &scene.payments {
            let (lease, number) = (&scene.leases[0], &numbers.leases[0]);
            let payer = id(numbers, lease.tenant);
            self.payments.row(&[number, &payer, &id(numbers, Party::Debtor), paid, &lease.rent]);
        }
    }

    fn add_enforcement(&mut self, scene: &Scene, numbers: &Numbers, random: &mut Random) {
        for seizure in &scene.seizures {
            self.next.seizure += 1;
            let number = format!("C{:04}", self.next.seizure);
            self.seizures.row(&[&number, &numbers.property, &names::court(random), &seizure.day, &seizure.published]);
        }
        for used in &scene.uses {
            self.next.used += 1;
            let number = format!("Y{:04}", self.next.used);
            let sort = random.pick(&["自来水开户", "电力开户", "燃气开户", "物业费", "经营场所登记"]);
            let user = (id(numbers, used.user), name(numbers, used.user));
            self.uses.row(&[&number, &numbers.property, &sort, &user.0, &user.1, &used.day]);
        }
    }

    fn add_truths(&mut self, scene: &Scene, numbers: &Numbers) {
        for expected in &scene.expected {
            let mut arguments = match expected.about {
                About::Round(round) => vec![numbers.rounds[round].clone()],
                About::Pair(round, lease) => vec![numbers.rounds[round].clone(), numbers.leases[lease].clone()],
                About::Rounds(round, other) => vec![numbers.rounds[round].clone(), numbers.rounds[other].clone()],
                About::Lease(lease) => vec![numbers.leases[lease].clone()],
            };
            arguments.extend(expected.note.map(str::to_owned));
            let truth = Truth { relation: expected.relation, arguments, holds: expected.holds, kind: scene.kind };
            self.truths.push(truth);
        }
    }
}

fn id(numbers: &Numbers, party: Party) -> String {
    let role = match party {
        Party::Debtor => 1,
        Party::Tenant => 2,
        Party::Buyer => 3,
        Party::Namesake => 4,
    };
    format!("ZT{}{role}", &numbers.property[1..])
}

fn name(numbers: &Numbers, party: Party) -> &str {
    match party {
        Party::Debtor => &numbers.names[0],
        Party::Tenant | Party::Namesake => &numbers.names[1],
        Party::Buyer => &numbers.names[2],
    }
}

/// A ratio in hundredths of a percent of units of 10,000 yuan.
fn yuan(value: i64, ratio: i64) -> impl Display {
    value * ratio
}

/// An exact quotient; what does not end within two places would be a mistake in the planting.
fn decimal(amount: i64, divisor: i64) -> String {
    let cents = amount * 100 / divisor;
    assert_eq!(cents * divisor, amount * 100, "an amount must be whole cents");
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{}.{:02}", cents / 100, cents % 100) }
}

fn yes_no(value: bool) -> &'static str {
    if value { "是" } else { "否" }
}
