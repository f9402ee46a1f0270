//! Start prices, cuts, deposits and terms: what the record alone shows, whether there is a lease or not.

use super::scene::{About, Round, Scene};
use super::with;
use crate::day::{Day, day};

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        (4, first_round("线索：一拍起拍价为评估价的65%", 6_500, true)),
        (4, first_round("无辜：一拍起拍价为评估价的八成", 8_000, false)),
        (3, unknown_round("待核：轮次未记载，起拍价为评估价的63.91%", 6_391, true)),
        (3, unknown_round("无辜：轮次未记载，起拍价为评估价的八成", 8_000, false)),
        (3, second_round("线索：二拍比前次降价25%", 8_000, 6_000, true)),
        (3, deposit("线索：保证金为起拍价的30%", 3_000, true)),
        (2, lease_term("线索：租期三十年", day(2021, 3, 1), day(2021, 3, 10), day(2051, 3, 9), true)),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        first_round("边界：一拍起拍价恰为70%", 7_000, false),
        first_round("边界：一拍起拍价为69.99%", 6_999, true),
        second_round("边界：二拍起拍价为评估价的56%（0.7×0.8）", 7_000, 5_600, false),
        second_round("边界：二拍起拍价为评估价的55%", 7_000, 5_500, true),
        second_round("边界：二拍降价恰为20%", 9_000, 7_200, false),
        second_round("边界：二拍降价20.01%", 10_000, 7_999, true),
        second_round("线索：二拍起拍价仍为七成，但降价超过20%", 9_000, 7_000, true),
        deposit("边界：保证金为起拍价的21%", 2_100, true),
        deposit("边界：保证金恰为起拍价的20%", 2_000, false),
        deposit("边界：保证金恰为起拍价的5%", 500, false),
        deposit("边界：保证金为起拍价的4.99%", 499, true),
        announced("无辜：网络司法拍卖规定施行之前的拍卖", day(2016, 11, 20), false),
        announced("边界：网络司法拍卖规定施行当日公告", day(2017, 1, 1), true),
        lease_term("边界：租期恰好二十年", day(2021, 3, 1), day(2021, 3, 10), day(2041, 3, 10), false),
        lease_term("边界：租期比二十年多一日", day(2021, 3, 1), day(2021, 3, 10), day(2041, 3, 11), true),
        lease_term(
            "边界：民法典施行前一日签订的三十年租约",
            day(2020, 12, 31),
            day(2021, 1, 1),
            day(2050, 12, 31),
            false,
        ),
        lease_term("边界：民法典施行当日签订的三十年租约", day(2021, 1, 1), day(2021, 1, 1), day(2050, 12, 31), true),
    ]
}

fn first_round(kind: &'static str, start: i64, holds: bool) -> Scene {
    let mut scene = Scene::price_only(kind, vec![Round::unsold("一拍", day(2023, 12, 5), start)]);
    scene.expect("起拍价过低", About::Round(0), None, holds);
    scene
}

fn unknown_round(kind: &'static str, start: i64, holds: bool) -> Scene {
    let mut scene = Scene::price_only(kind, vec![Round::unsold("", day(2023, 12, 5), start)]);
    scene.expect("轮次不明", About::Round(0), None, holds);
    scene.expect("起拍价过低", About::Round(0), None, false);
    scene
}

fn second_round(kind: &'static str, first: i64, second: i64, holds: bool) -> Scene {
    let rounds = vec![
        Round::unsold("一拍", day(2023, 12, 5), first),
        Round::unsold("二拍", day(2024, 1, 15), second).after(0).sold(second, 1),
    ];
    let mut scene = Scene::price_only(kind, rounds);
    scene.expect("降幅过大", About::Rounds(1, 0), None, holds);
    scene.expect("起拍价过低", About::Round(1), None, false);
    scene
}

fn deposit(kind: &'static str, ratio: i64, holds: bool) -> Scene {
    let round = Round { deposit: ratio, ..Round::unsold("一拍", day(2023, 12, 5), 8_000) };
    let mut scene = Scene::price_only(kind, vec![round]);
    scene.expect("保证金越界", About::Round(0), None, holds);
    scene
}

/// A first round at 65 % announced on `notice`.
fn announced(kind: &'static str, notice: Day, holds: bool) -> Scene {
    let round = Round { first_notice: notice, ..Round::unsold("一拍", notice + 35, 6_500) };
    let mut scene = Scene::price_only(kind, vec![round]);
    scene.valuations[0].issued = notice - 60;
    scene.valuations[0].until = notice + 300;
    scene.seizures[0].day = notice - 400;
    scene.expect("起拍价过低", About::Round(0), None, holds);
    scene
}

/// Rent by the year and a fair price, so that nothing but the term stands out.
fn lease_term(kind: &'static str, signed: Day, from: Day, to: Day, holds: bool) -> Scene {
    with(Scene::typical(kind), |s| {
        let lease = &mut s.leases[0];
        (lease.signed, lease.from, lease.to, lease.payment) = (signed, from, to, "年付");
        s.expect("租期超二十年", About::Lease(0), None, holds).clue(false);
    })
}
