//! The platform's duty to verify again every six months, in both readings of when the first period begins.

use super::scene::Scene;
use super::with;
use crate::day::{Day, day};

const LAST: &str = "自上次核验起算";
const IN_FORCE: &str = "自规定施行起算";

/// Cases on the edge, with literal days.
pub(super) fn exact() -> Vec<Scene> {
    vec![
        verified("边界：6月5日核验，12月5日采集，恰满六个月", day(2026, 6, 5), day(2026, 12, 5), false, false),
        verified("边界：6月5日核验，12月6日采集", day(2026, 6, 5), day(2026, 12, 6), true, true),
        verified("边界：1月10日核验，7月11日采集，两种读法不同", day(2026, 1, 10), day(2026, 7, 11), true, false),
        verified("边界：1月10日核验，7月10日采集", day(2026, 1, 10), day(2026, 7, 10), false, false),
        verified("边界：1月10日核验，12月1日采集", day(2026, 1, 10), day(2026, 12, 1), true, false),
        verified("边界：1月10日核验，12月2日采集", day(2026, 1, 10), day(2026, 12, 2), true, true),
        verified(
            "边界：2025年10月1日核验，5月20日采集，其时没有此项义务",
            day(2025, 10, 1),
            day(2026, 5, 20),
            false,
            false,
        ),
        verified("边界：8月31日核验，次年2月28日采集", day(2026, 8, 31), day(2027, 2, 28), false, false),
        verified("边界：8月31日核验，次年3月1日采集", day(2026, 8, 31), day(2027, 3, 1), true, true),
    ]
}

fn verified(kind: &'static str, last: Day, seen: Day, from_last: bool, from_force: bool) -> Scene {
    with(Scene::licensed(kind), |s| {
        s.seen = seen;
        // One long before, one after the page was read: neither may count.
        s.verified = vec![last - 100, last, seen + 3];
        s.note("逾期未核验", Some(LAST), from_last).note("逾期未核验", Some(IN_FORCE), from_force);
    })
}
