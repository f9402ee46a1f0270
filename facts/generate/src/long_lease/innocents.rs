//! Planted innocents: every kind of false positive that the records can tell apart from the pattern.

use super::scene::{About, Party, Round, Scene, Use};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(6, Scene::typical("无辜：查封前已签书面租约并实际经营"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 6, 1) });
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：按年付租的真实商户"), |s| {
            s.leases[0].payment = "年付";
            s.payments = vec![day(2021, 3, 5), day(2022, 3, 5)];
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：文本写一次付清，流水显示按年付租的亲属企业"), |s| {
            s.leases[0].signed = day(2019, 3, 1);
            s.leases[0].from = day(2019, 3, 10);
            s.leases[0].to = day(2039, 3, 9);
            s.payments = vec![day(2019, 3, 5), day(2020, 3, 5), day(2021, 3, 5), day(2022, 3, 5)];
            s.ties.push((Party::Tenant, Party::Debtor, "近亲属"));
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：剩余租期不足十年"), |s| {
            s.leases[0].to = day(2029, 3, 9);
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：二拍降价，多人竞价"), |s| {
            *s.last() = s.last().clone().sold(6_700, 5);
            s.clue(false);
        }),
        times(3, Scene::typical("无辜：变卖，多人竞价"), |s| {
            s.sell_off(5_200, 5_400, 3);
            s.clue(false);
        }),
        times(3, Scene::typical("无辜：厂房的十五至二十年租约"), |s| {
            s.category = "厂房";
            s.clue(false);
        }),
        times(3, Scene::typical("无辜：农用地的长期租约"), |s| {
            s.category = "农用地";
            s.clue(false);
        }),
        times(3, Scene::typical("无辜：车位租金一次付清"), |s| {
            s.category = "车位";
            s.local_rent = None;
            s.clue(false);
        }),
        times(3, Scene::typical("无辜：地下室租金一次付清"), |s| {
            s.category = "地下室";
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：流拍，没有成交"), |s| {
            s.last().sold = None;
            s.last().bidders = 0;
            s.clue(false);
        }),
        times(4, Scene::typical("无辜：一拍以评估价的九成成交"), |s| {
            s.rounds = vec![Round::unsold("一拍", day(2023, 12, 5), 8_000).sold(9_000, 1)];
            s.clue(false);
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::typical("边界：查封前一日占有"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 2, 19) });
            s.clue(false);
        }),
        with(Scene::typical("边界：剩余租期差一日满十年"), |s| {
            s.leases[0].to = day(2034, 1, 14);
            s.clue(false);
        }),
        with(Scene::typical("边界：2月29日开拍，租期至十年后的2月27日"), |s| {
            s.last().open = day(2024, 2, 29);
            s.leases[0].to = day(2034, 2, 27);
            s.clue(false);
        }),
        with(Scene::typical("边界：一拍一人，起拍价、成交价恰为70%"), |s| {
            s.rounds = vec![Round::unsold("一拍", day(2023, 12, 5), 7_000).sold(7_000, 1)];
            s.clue(false).expect("起拍价过低", About::Round(0), None, false);
        }),
        with(Scene::typical("边界：二拍两人竞价，成交价恰为56%"), |s| {
            s.rounds[0].start = 7_000;
            s.last().start = 5_600;
            *s.last() = s.last().clone().sold(5_600, 2);
            s.clue(false).expect("降幅过大", About::Rounds(1, 0), None, false);
        }),
        with(Scene::typical("边界：变卖三人竞价，成交价恰为50%"), |s| {
            s.sell_off(4_800, 5_000, 3);
            s.clue(false);
        }),
        with(Scene::typical("边界：查封前已占有，租金恰为参考租金的70%"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.leases[0].rent = 91_000;
            s.clue(false).expect("待核", About::Pair(1, 0), Some("租金明显偏低"), false);
        }),
    ]
}
