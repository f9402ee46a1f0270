//! Collision of auctions, leases, seizures, debtors and kinship.

use ascent::ascent;
use records::{Run, Symbols, cents, day, each_record};
use std::path::Path;

/// 1 January 2019.
const FIRST_DAY: i32 = 737_365;

ascent! {
    struct Collision;
    /// property, winner, sold on, price, appraisal
    relation auctions(u32, u32, i32, u64, u64);
    /// lease, property, tenant, signed on, rent, market rent
    relation leases(u32, u32, u32, i32, u64, u64);
    relation seizures(u32, i32);
    relation debtors(u32, u32);
    relation kinship(u32, u32);
    relation kin(u32, u32);
    relation bought_by_kin(u32, u32, u32);
    relation let_to_kin(u32, u32, u32, u32);

    kin(a, b) <-- kinship(a, b);
    kin(b, a) <-- kinship(a, b);
    bought_by_kin(p, w, d) <--
        auctions(p, w, sold, price, appraisal), if price * 10 < appraisal * 7 && *sold >= FIRST_DAY,
        debtors(p, d), kin(w, d);
    bought_by_kin(p, w, d) <--
        auctions(p, w, sold, price, appraisal), if price * 10 < appraisal * 7 && *sold >= FIRST_DAY,
        debtors(p, d), kin(w, m), kin(m, d);
    let_to_kin(l, p, t, d) <--
        leases(l, p, t, signed, rent, market), if rent * 2 < *market, seizures(p, seized), if *signed >= seized - 180,
        debtors(p, d), kin(t, d);
    let_to_kin(l, p, t, d) <--
        leases(l, p, t, signed, rent, market), if rent * 2 < *market, seizures(p, seized), if *signed >= seized - 180,
        debtors(p, d), kin(t, m), kin(m, d);
}

pub fn run(folder: &Path, mut run: Run) {
    let mut rules = Collision::default();
    load(&mut rules, folder);
    run.loaded();
    rules.run();
    run.done();
    run.count("kin", rules.kin.len());
    run.count("bought_by_kin", rules.bought_by_kin.len());
    run.count("let_to_kin", rules.let_to_kin.len());
}

fn load(rules: &mut Collision, folder: &Path) {
    let mut symbols = Symbols::new();
    each_record(folder, "auctions", |[property, _, winner, sold_on, price, appraisal]| {
        let (property, winner) = (symbols.code(property), symbols.code(winner));
        rules.auctions.push((property, winner, day(sold_on), cents(price), cents(appraisal)));
    });
    each_record(folder, "leases", |[lease, property, tenant, signed_on, rent, market_rent]| {
        let (lease, property, tenant) = (symbols.code(lease), symbols.code(property), symbols.code(tenant));
        rules.leases.push((lease, property, tenant, day(signed_on), cents(rent), cents(market_rent)));
    });
    each_record(folder, "seizures", |[property, _, seized_on]| {
        rules.seizures.push((symbols.code(property), day(seized_on)));
    });
    each_record(folder, "debtors", |[property, debtor]| {
        rules.debtors.push((symbols.code(property), symbols.code(debtor)));
    });
    each_record(folder, "kinship", |[person, relative, _]| {
        rules.kinship.push((symbols.code(person), symbols.code(relative)));
    });
}
