//! Planted questions: the records do not say enough, so the answer must be neither a clue nor silence.

use super::clues::sign_late;
use super::scene::{About, Party, Round, Scene, Use};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(3, Scene::typical("待核：轮次未记载，成交价不足七成"), |s| {
            s.last().name = "";
            s.last().previous = None;
            s.question("轮次不明").expect("轮次不明", About::Round(1), None, true);
        }),
        times(3, Scene::typical("待核：没有采用评估"), |s| {
            s.rounds.iter_mut().for_each(|round| round.valuation = None);
            s.question("评估缺失或失效");
        }),
        times(2, Scene::typical("待核：有效期写作两年，超过一年的部分不算"), |s| {
            s.valuations[0].issued = day(2022, 9, 1);
            s.valuations[0].until = day(2024, 8, 31);
            s.question("评估缺失或失效");
        }),
        times(3, Scene::typical("待核：评估价已按带租状态扣减"), |s| {
            s.valuations[0].with_lease = true;
            s.last().start = 7_500;
            s.last().sold = Some(7_500);
            s.question("评估已含带租折价");
        }),
        times(3, Scene::typical("待核：没有查封记录"), |s| {
            s.seizures.clear();
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.question("无查封记录");
        }),
        times(3, Scene::typical("待核：查封未公示，查封后签约并占有"), |s| {
            s.seizures[0].published = "否";
            sign_late(s);
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 4, 1) });
            s.question("查封未公示");
        }),
        times(2, Scene::typical("待核：公示情况未记载，查封后占有"), |s| {
            s.seizures[0].published = "";
            s.uses.push(Use { user: Party::Tenant, day: day(2023, 4, 1) });
            s.question("查封未公示");
        }),
        times(3, Scene::typical("待核：查封前已占有，租金明显偏低"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.leases[0].rent = 60_000;
            s.question("租金明显偏低");
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::typical("边界：开拍日为评估有效期满六个月后一日"), |s| {
            s.valuations[0].until = day(2023, 11, 30);
            s.last().open = day(2024, 5, 31);
            s.question("评估缺失或失效");
        }),
        with(Scene::typical("边界：一拍公告在评估有效期届满次日"), |s| {
            s.valuations[0].until = day(2023, 10, 29);
            s.question("评估缺失或失效");
        }),
        with(Scene::typical("边界：查封前已占有，租金为参考租金的69.99%"), |s| {
            s.uses.push(Use { user: Party::Tenant, day: day(2021, 4, 1) });
            s.local_rent = Some(100_000);
            s.leases[0].rent = 69_990;
            s.question("租金明显偏低");
        }),
        with(Scene::typical("待核：评估失效后的一拍起拍价不足七成"), |s| {
            s.valuations[0].until = day(2023, 10, 29);
            s.rounds = vec![Round::unsold("一拍", day(2023, 12, 5), 6_000)];
            s.leases.clear();
            s.expect("评估待核", About::Round(0), None, true).expect("起拍价过低", About::Round(0), None, false);
        }),
    ]
}
