//! Ordinary auctions: no clue and no question follows from any of them.

use super::scene::{Lease, Party, Round, Scene, Seizure, Use, Valuation};
use crate::day::{Day, day};
use crate::random::Random;

pub(super) fn scene(random: &mut Random) -> Scene {
    let notice = day(2021, 3, 1) + random.between(0, 1_700);
    let issued = notice - random.between(20, 200);
    let seized = notice - random.between(230, 900);
    let rent = random.between(20, 300) * 1_000;
    let mut scene = Scene {
        kind: "",
        category: random.pick(&["住宅", "住宅", "商铺", "办公", "车位", "厂房", "农用地", "地下室"]),
        value: random.between(20, 1_500),
        local_rent: random.chance(60).then_some(rent * random.between(80, 130) / 100),
        valuations: vec![Valuation { ratio: 10_000, issued, until: issued + 364, with_lease: random.chance(5) }],
        rounds: rounds(notice, random),
        leases: Vec::new(),
        seizures: vec![Seizure { day: seized, published: random.pick(&["是", "是", "是", "否", ""]) }],
        uses: Vec::new(),
        payments: Vec::new(),
        ties: Vec::new(),
        expected: Vec::new(),
    };
    if random.chance(55) {
        add_lease(&mut scene, notice, seized, rent, random);
    }
    scene
}

/// Every start price, cut and deposit is lawful.
fn rounds(notice: Day, random: &mut Random) -> Vec<Round> {
    let first = random.between(140, 200) * 50;
    let name = if random.chance(4) { "" } else { "一拍" };
    let mut rounds =
        vec![Round { first_notice: notice, ..Round::unsold(name, notice + random.between(30, 45), first) }];
    if random.chance(55) {
        close(&mut rounds[0], random);
    } else if name == "一拍" {
        let open = rounds[0].open + random.between(16, 30);
        let start = first * random.between(80, 95) / 100;
        rounds.push(Round { first_notice: notice, ..Round::unsold("二拍", open, start).after(0) });
        if random.chance(75) {
            close(&mut rounds[1], random);
        }
    }
    for round in &mut rounds {
        round.deposit = random.between(5, 20) * 100;
    }
    rounds
}

fn close(round: &mut Round, random: &mut Random) {
    let bidders = random.between(1, 12);
    round.bidders = bidders;
    round.sold = Some(round.start + random.between(0, bidders * 200));
}

/// A lease that misses at least one element: it is short, or the rent is paid by instalments.
fn add_lease(scene: &mut Scene, notice: Day, seized: Day, rent: i64, random: &mut Random) {
    let signed = notice - random.between(30, 1_800);
    let from = signed + random.between(1, 30);
    let instalments = random.chance(60);
    let years = if instalments { random.between(1, 20) } else { random.between(1, 9) };
    let payment = if instalments { random.pick(&["月付", "季付", "半年付", "年付"]) } else { "一次付清" };
    scene.leases.push(Lease {
        tenant: Party::Tenant,
        signed,
        from,
        to: from.years(years) - 1,
        rent,
        payment,
        written: random.chance(95),
    });
    if random.chance(70) {
        scene.uses.push(Use { user: Party::Tenant, day: from + random.between(0, 60) });
    }
    if instalments {
        let paid = random.between(1, 5).min(years);
        scene.payments = (0..paid).map(|year| from.years(year)).filter(|paid| *paid < seized + 600).collect();
    }
    if random.chance(10) {
        scene.ties.push((Party::Tenant, Party::Debtor, "近亲属"));
    }
}
