//! Planted questions: the records, or the texts of the norms, do not say enough.

use super::scene::{Licence, Place, Renewal, SEEN, Scene, Shown};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(3, Scene::licensed("待核：证照图片无法识别"), |s| {
            (s.shown, s.number) = ("无法识别", Shown::Nothing);
            s.question("证照无法识别").expect("未公示", false);
        }),
        times(3, Scene::bare("待核：夜间采集，店铺在休息"), |s| {
            s.state = "休息中";
            s.question("休息时段采集").expect("未公示", false);
        }),
        times(3, Scene::bare("待核：小餐饮备案"), |s| {
            s.filings = vec!["小餐饮"];
            s.question("小餐饮备案").expect("未公示", false);
        }),
        times(3, Scene::bare("待核：没有读到菜单"), |s| {
            s.menu.clear();
            s.question("经营品类不明").expect("未公示", false);
        }),
        times(3, Scene::bare("待核：仅售预包装食品，没有查到备案"), |s| {
            s.menu = vec!["预包装食品", "食用农产品"];
            s.question("未查到预包装备案").expect("未公示", false);
        }),
        times(3, Scene::licensed("待核：展示总部的许可证"), |s| {
            s.licences[0].place = Place::Elsewhere;
            s.question("展示他址许可证").expired(false);
        }),
        times(3, Scene::licensed("待核：许可证现为注销，没有状态日期"), |s| {
            s.licences[0].state = "注销";
            s.question("许可状态日期不明").expired(false);
        }),
        times(2, Scene::licensed("待核：许可证库没有经营项目"), |s| {
            s.licences[0].scope.clear();
            s.question("经营项目缺失").note("超范围", Some("面饭粥粉"), false);
        }),
        times(3, Scene::licensed("待核：菜单品类对应不上经营项目"), |s| {
            s.menu.push("其他");
            s.question("品类无法对应").note("超范围", Some("其他"), false);
        }),
        times(3, Scene::ended("待核：届满前十日才申请延续，未作决定", SEEN - 60), |s| {
            s.renewals.push(Renewal { licence: 0, applied: SEEN - 70, decision: None });
            s.question("延续申请是否逾期").expired(false);
        }),
        times(2, Scene::ended("待核：届满之后才决定不予延续", SEEN - 60), |s| {
            let decision = Some(("不予", SEEN - 40));
            s.renewals.push(Renewal { licence: 0, applied: SEEN - 120, decision });
            s.question("届满后不予延续").expired(false);
        }),
        times(2, Scene::ended("待核：准予延续，库中没有新有效期", SEEN - 30), |s| {
            let decision = Some(("准予", SEEN - 40));
            s.renewals.push(Renewal { licence: 0, applied: SEEN - 90, decision });
            s.question("准予延续而库中无新有效期").expired(false);
        }),
        times(3, Scene::ended("待核：同一地址有他人在效的许可证", SEEN - 60), |s| {
            s.licences.push(Licence { own: false, ..Licence::until(SEEN + 900) });
            s.question("同址他人持证").expired(false);
        }),
        times(3, Scene::ended("待核：地址没有编码，同一经营者另有许可证", SEEN - 60), |s| {
            s.place = None;
            s.licences.push(Licence::until(SEEN + 900));
            s.question("地址不明").expired(false);
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::ended("边界：届满二十九日前申请延续，未作决定", day(2026, 2, 28)), |s| {
            s.renewals.push(Renewal { licence: 0, applied: day(2026, 1, 30), decision: None });
            s.question("延续申请是否逾期").expired(false);
        }),
        with(
            Scene::ended("边界：2025年12月31日届满，12月15日申请延续，未作决定", day(2025, 12, 31)),
            |s| {
                s.renewals.push(Renewal { licence: 0, applied: day(2025, 12, 15), decision: None });
                s.question("延续申请是否逾期").expired(false);
            },
        ),
        with(Scene::ended("边界：届满当日申请延续", day(2026, 2, 28)), |s| {
            s.renewals.push(Renewal { licence: 0, applied: day(2026, 2, 28), decision: None });
            s.question("延续申请是否逾期").expired(false);
        }),
    ]
}
