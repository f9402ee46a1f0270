//! Planted clues.

use super::scene::{Licence, Place, Renewal, SEEN, Scene, Shown};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(6, Scene::bare("线索：未展示许可证，库中也没有"), |s| {
            s.expect("未公示", true).expect("未查到许可", true);
        }),
        times(4, Scene::licensed("线索：有许可证而页面未展示"), |s| {
            (s.shown, s.number) = ("未展示", Shown::Nothing);
            s.expect("未公示", true).expect("未查到许可", false);
        }),
        times(4, Scene::bare("线索：只有预包装备案，却售热食"), |s| {
            (s.shown, s.number) = ("备案", Shown::Filing(0));
            s.filings = vec!["仅销售预包装食品"];
            s.expect("未公示", true).expect("未查到许可", true);
        }),
        times(6, Scene::ended("线索：许可证已届满", SEEN - 200), |s| {
            s.expired(true);
        }),
        times(3, Scene::ended("线索：届满前不予延续", SEEN - 60), |s| {
            let applied = SEEN - 160;
            s.renewals.push(Renewal { licence: 0, applied, decision: Some(("不予", SEEN - 90)) });
            s.expired(true);
        }),
        times(3, Scene::ended("线索：届满之后才申请延续", SEEN - 60), |s| {
            s.renewals.push(Renewal { licence: 0, applied: SEEN - 50, decision: None });
            s.expired(true);
        }),
        times(3, Scene::ended("线索：新证在另一地址", SEEN - 60), |s| {
            s.licences.push(Licence { place: Place::Elsewhere, ..Licence::until(SEEN + 900) });
            s.expired(true);
        }),
        times(3, Scene::ended("线索：同一证号延续之后又届满", SEEN - 20), |s| {
            let (from, _) = s.licences[0].terms[0];
            s.licences[0].terms.insert(0, ((from - 1).years(-5) + 1, from - 1));
            s.expired(true);
        }),
        times(4, Scene::licensed("线索：只许可热食，兼售刺身"), |s| {
            s.menu.push("生食海产品");
            s.note("超范围", Some("生食海产品"), true).note("超范围", Some("面饭粥粉"), false);
        }),
        times(3, Scene::licensed("线索：冷食许可不含肉类，兼售卤味"), |s| {
            s.licences[0].scope.push("冷食类食品制售（不含肉类）");
            s.menu.extend(["凉拌素菜", "卤味熟食凉拌"]);
            s.note("超范围", Some("卤味熟食凉拌"), true).note("超范围", Some("凉拌素菜"), false);
        }),
        times(3, Scene::licensed("线索：糕点许可不含裱花，兼售裱花蛋糕"), |s| {
            s.licences[0].scope = vec!["糕点类食品制售（不含裱花蛋糕）"];
            s.menu = vec!["面包点心", "裱花蛋糕"];
            s.note("超范围", Some("裱花蛋糕"), true).note("超范围", Some("面包点心"), false);
        }),
        times(3, Scene::licensed("提示：展示的证号查无此号"), |s| {
            s.number = Shown::Unknown;
            s.expect("证号查无", true).expect("未公示", false);
            s.expected[0].unknown_number = true;
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::ended("边界：采集日为届满次日", SEEN - 1), |s| {
            s.expired(true);
        }),
        with(Scene::ended("边界：2月29日届满，3月1日采集", day(2024, 2, 29)), |s| {
            s.seen = day(2024, 3, 1);
            s.verified = vec![day(2024, 1, 15)];
            s.expired(true);
        }),
        with(Scene::ended("边界：视为延续五年，期满次日采集", day(2021, 3, 15)), |s| {
            s.renewals.push(Renewal { licence: 0, applied: day(2021, 1, 15), decision: None });
            s.expired(true).about("按视为延续", vec![0], false);
        }),
        with(Scene::bare("线索：2026年5月31日采集，其时适用总局令第36号"), |s| {
            s.seen = day(2026, 5, 31);
            s.verified = vec![day(2026, 5, 4)];
            s.expect("未公示", true).expect("未查到许可", true).note(
                "适用规章",
                Some("网络餐饮服务食品安全监督管理办法（总局令第36号）"),
                true,
            );
        }),
        with(Scene::bare("线索：2026年6月1日采集，其时适用总局令第123号"), |s| {
            s.seen = day(2026, 6, 1);
            s.verified = vec![day(2026, 5, 4)];
            let rule = "网络餐饮服务经营者落实食品安全主体责任监督管理规定（总局令第123号）";
            s.expect("未公示", true).expect("未查到许可", true).note("适用规章", Some(rule), true);
        }),
    ]
}
