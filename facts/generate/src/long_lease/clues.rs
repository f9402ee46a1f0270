//! Planted clues about leases.

use super::scene::{About, Party, Round, Scene, Seizure, Use};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(8, Scene::typical("线索：二拍由唯一竞买人以起拍价买下"), |s| {
            s.clue(true);
        }),
        times(4, Scene::typical("线索：租金以债务抵付"), |s| {
            s.leases[0].payment = "以租抵债";
            s.clue(true);
        }),
        times(3, Scene::typical("线索：变卖价低于五成，虽有三人竞价"), |s| {
            s.sell_off(4_500, 4_900, 3);
            s.clue(true);
        }),
        times(3, Scene::typical("线索：一拍低于七成成交"), |s| {
            s.rounds = vec![Round::unsold("一拍", day(2023, 12, 5), 6_000).sold(6_500, 4)];
            s.clue(true).expect("起拍价过低", About::Round(0), None, true);
        }),
        times(3, Scene::typical("线索：口头租约，虽有占有也不能阻止移交"), |s| {
            s.leases[0].written = false;
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.clue(true);
        }),
        times(3, Scene::typical("线索：户名相同而证件不同，占有不是承租人的"), |s| {
            s.uses.push(Use { user: Party::Namesake, day: day(2021, 4, 1) });
            s.clue(true);
        }),
        times(3, Scene::typical("线索：查封后才占有"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 6, 1) });
            s.clue(true);
        }),
        times(3, Scene::typical("线索：两次查封，占有在两次之间"), |s| {
            s.seizures.push(Seizure { day: day(2023, 8, 1), published: "是" });
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 5, 1) });
            s.clue(true);
        }),
        times(3, Scene::typical("线索：查封未公示，但承租人没有占有"), |s| {
            s.seizures[0].published = "否";
            s.clue(true);
        }),
        times(2, Scene::typical("线索：首次查封未公示，公示的查封之后才签约"), |s| {
            s.seizures = vec![
                Seizure { day: day(2022, 11, 1), published: "否" },
                Seizure { day: day(2023, 2, 20), published: "是" },
            ];
            sign_late(s);
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 4, 1) });
            s.clue(true).stronger("首次查封当日或之后签约", true);
        }),
        times(3, Scene::typical("线索：承租人自己买下"), |s| {
            s.last().buyer = Party::Tenant;
            s.clue(true).stronger("承租人即买受人", true);
        }),
        times(3, Scene::typical("线索：买受人与承租人同名而证件不同"), |s| {
            s.last().buyer = Party::Namesake;
            s.clue(true).stronger("承租人即买受人", false);
        }),
        times(3, Scene::typical("线索：买受人是承租人的股东"), |s| {
            s.ties.push((Party::Buyer, Party::Tenant, "股东"));
            s.clue(true).stronger("承租人与买受人有关联", true);
        }),
        times(2, Scene::typical("线索：买受人是承租人的近亲属"), |s| {
            s.ties.push((Party::Tenant, Party::Buyer, "近亲属"));
            s.clue(true).stronger("承租人与买受人有关联", true);
        }),
        times(2, Scene::typical("线索：一次付清的租金同日分三笔转账"), |s| {
            s.payments = vec![day(2021, 3, 5); 3];
            s.clue(true);
        }),
        times(2, Scene::typical("线索：分期租金都在查封之后"), |s| {
            s.payments = vec![day(2023, 3, 5), day(2024, 3, 5), day(2025, 3, 5)];
            s.clue(true);
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::typical("边界：查封当日占有，不算查封之前"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 2, 20) });
            s.clue(true);
        }),
        with(Scene::typical("边界：2019年4月20日查封，5月1日签约，占有在先也不得对抗"), |s| {
            s.seizures[0].day = day(2019, 4, 20);
            s.uses.push(Use { user: Party::Tenant, day: day(2019, 3, 1) });
            let lease = &mut s.leases[0];
            (lease.signed, lease.from, lease.to) = (day(2019, 5, 1), day(2019, 5, 10), day(2039, 5, 9));
            s.clue(true).stronger("首次查封当日或之后签约", true);
        }),
        with(Scene::typical("边界：查封当日签约"), |s| {
            let lease = &mut s.leases[0];
            (lease.signed, lease.from, lease.to) = (day(2023, 2, 20), day(2023, 2, 20), day(2043, 2, 19));
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 2, 10) });
            s.clue(true).stronger("首次查封当日或之后签约", true);
        }),
        with(Scene::typical("边界：签约与查封恰好相隔183日"), |s| {
            s.seizures[0].day = s.leases[0].signed + 183;
            s.clue(true).stronger("查封前六个月内签约", true);
        }),
        with(Scene::typical("边界：签约与查封相隔184日"), |s| {
            s.seizures[0].day = s.leases[0].signed + 184;
            s.clue(true).stronger("查封前六个月内签约", false);
        }),
        with(Scene::typical("边界：剩余租期恰好十年"), |s| {
            s.leases[0].to = day(2034, 1, 15);
            s.clue(true);
        }),
        with(Scene::typical("边界：2月29日开拍，租期至十年后的2月28日"), |s| {
            s.last().open = day(2024, 2, 29);
            s.leases[0].to = day(2034, 2, 28);
            s.clue(true);
        }),
        with(Scene::typical("边界：二拍一人，成交价为69.99%"), |s| {
            s.last().start = 6_999;
            s.last().sold = Some(6_999);
            s.clue(true);
        }),
        with(Scene::typical("边界：二拍两人竞价，成交价为55.99%"), |s| {
            s.rounds[0].start = 7_000;
            s.last().start = 5_599;
            *s.last() = s.last().clone().sold(5_599, 2);
            s.clue(true).expect("降幅过大", About::Rounds(1, 0), None, true);
        }),
        with(Scene::typical("边界：变卖三人竞价，成交价为49.99%"), |s| {
            s.sell_off(4_500, 4_999, 3);
            s.clue(true);
        }),
        with(Scene::typical("边界：开拍日恰为评估有效期满六个月"), |s| {
            s.valuations[0].until = day(2023, 11, 30);
            s.last().open = day(2024, 5, 30);
            s.clue(true);
        }),
        with(Scene::typical("边界：一拍公告恰在评估有效期最后一日"), |s| {
            s.valuations[0].until = day(2023, 10, 30);
            s.clue(true);
        }),
    ]
}

/// Signs the lease after the seizure of 2023-02-20.
pub(super) fn sign_late(scene: &mut Scene) {
    let lease = &mut scene.leases[0];
    (lease.signed, lease.from, lease.to) = (day(2023, 3, 1), day(2023, 3, 10), day(2043, 3, 9));
}
