//! Planted innocents: every kind of false positive that the records can tell apart.

use super::scene::{Licence, Place, Renewal, SEEN, Scene, Shown};
use super::{times, with};
use crate::day::day;

/// Patterns of which several varied copies are planted.
pub(super) fn repeated() -> Vec<(usize, Scene)> {
    vec![
        times(4, Scene::ended("无辜：同址换发新证号，页面未更新", SEEN - 60), |s| {
            s.licences.push(Licence::until(SEEN + 1_700));
            s.expired(false).about("公示陈旧", vec![0, 1], true);
        }),
        times(4, Scene::ended("无辜：同一证号已经延续", SEEN - 60), |s| {
            let (_, end) = s.licences[0].terms[0];
            s.licences[0].terms.push((end + 1, end.years(5)));
            s.expired(false).about("公示陈旧", vec![0, 0], false);
        }),
        times(
            4,
            Scene::ended("无辜：届满前五十日申请延续，未作决定，视为准予", SEEN - 60),
            |s| {
                s.renewals.push(Renewal { licence: 0, applied: SEEN - 110, decision: None });
                s.expired(false).about("按视为延续", vec![0], true);
            },
        ),
        times(3, Scene::ended("无辜：页面未撤的停业店铺", SEEN - 400), |s| {
            s.state = "停业";
            s.expired(false);
        }),
        times(3, Scene::bare("无辜：已下线的店铺"), |s| {
            s.state = "已下线";
            s.expect("未公示", false);
        }),
        times(4, Scene::bare("无辜：仅销售预包装食品，已备案"), |s| {
            (s.shown, s.number) = ("备案", Shown::Filing(0));
            s.menu = vec!["预包装食品", "预包装食品"];
            s.filings = vec!["仅销售预包装食品"];
            s.expect("未公示", false).note("待核", Some("未查到预包装备案"), false);
        }),
        times(3, Scene::bare("无辜：仅销售食用农产品"), |s| {
            s.menu = vec!["食用农产品", "食用农产品"];
            s.expect("未公示", false);
        }),
        times(3, Scene::ended("无辜：旧证已届满，现仅销售预包装食品", SEEN - 100), |s| {
            s.menu = vec!["预包装食品"];
            s.filings = vec!["仅销售预包装食品"];
            s.expired(false);
        }),
        times(
            3,
            Scene::ended("无辜：连锁店展示总部已届满的证，本店另有在效许可", SEEN - 60),
            |s| {
                s.licences[0].place = Place::Elsewhere;
                s.licences.push(Licence::until(SEEN + 400));
                s.expired(false).about("公示陈旧", vec![0, 1], true);
            },
        ),
        times(3, Scene::licensed("无辜：许可证含下级项目"), |s| {
            s.licences[0].scope = vec!["冷食类食品制售（含肉类）", "自制饮品制售（含自酿酒）"];
            s.menu = vec!["凉拌素菜", "水果拼盘", "卤味熟食凉拌", "茶饮咖啡", "预包装食品"];
            s.note("超范围", Some("水果拼盘"), false).note("超范围", Some("茶饮咖啡"), false);
        }),
        times(3, Scene::licensed("无辜：两张许可证合起来涵盖全部品类"), |s| {
            s.licences.push(Licence {
                scope: vec!["自制饮品制售（不含自酿酒）"], ..Licence::until(day(2029, 1, 31))
            });
            s.menu.push("现榨果蔬汁");
            s.note("超范围", Some("现榨果蔬汁"), false);
        }),
    ]
}

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        with(Scene::ended("边界：采集当日届满，当日仍有效", SEEN), |s| {
            s.expired(false);
        }),
        with(Scene::ended("边界：2月29日届满，当日采集", day(2024, 2, 29)), |s| {
            s.seen = day(2024, 2, 29);
            s.verified = vec![day(2024, 1, 15)];
            s.expired(false);
        }),
        with(Scene::ended("边界：恰在届满三十日前申请延续，未作决定", day(2026, 2, 28)), |s| {
            s.renewals.push(Renewal { licence: 0, applied: day(2026, 1, 29), decision: None });
            s.expired(false).about("按视为延续", vec![0], true);
        }),
        with(
            Scene::ended("边界：2025年12月31日届满，11月20日申请延续，未作决定", day(2025, 12, 31)),
            |s| {
                s.renewals.push(Renewal { licence: 0, applied: day(2025, 11, 20), decision: None });
                s.expired(false).about("按视为延续", vec![0], true);
            },
        ),
        with(Scene::ended("边界：视为延续五年，期满当日采集", day(2021, 3, 16)), |s| {
            s.renewals.push(Renewal { licence: 0, applied: day(2021, 1, 15), decision: None });
            s.expired(false).about("按视为延续", vec![0], true);
        }),
        with(Scene::ended("边界：新证自采集当日起有效", SEEN - 5), |s| {
            let start = SEEN;
            s.licences.push(Licence { terms: vec![(start, start.years(5) - 1)], ..Licence::until(SEEN) });
            s.expired(false).about("公示陈旧", vec![0, 1], true);
        }),
    ]
}
