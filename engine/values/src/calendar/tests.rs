use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn china() -> &'static Calendar {
    Calendar::of_china()
}

/// `add_working_days` as text.
fn after(day: &str, n: u64) -> String {
    china().add_working_days(date(day), n).unwrap().to_string()
}

fn roll(day: Date) -> String {
    china().roll(day).unwrap().to_string()
}

#[test]
fn the_range() {
    assert_eq!((Calendar::FIRST, Calendar::LAST), (date("2007-01-01"), date("2026-12-31")));
    assert_eq!(Calendar::BEHIND, date("2027-01-01"));
    assert_eq!(china().is_working_day(date("2006-12-31")), Err(OutsideCalendar(date("2006-12-31"))));
    assert_eq!(china().is_working_day(date("2027-01-01")), Err(OutsideCalendar(date("2027-01-01"))));
    assert_eq!(china().is_working_day(Calendar::FIRST), Ok(false));
    // A Thursday that no notice names yet.
    assert_eq!(china().is_working_day(Calendar::LAST), Ok(true));
}

#[test]
fn weekends_weekdays_and_what_notices_move() {
    let working = |day| china().is_working_day(date(day)).unwrap();
    assert!(!working("2023-09-24"), "a Sunday");
    assert!(working("2023-09-25"), "a Monday");
    assert!(!working("2023-09-29"), "a Friday, Mid-Autumn Festival");
    assert!(working("2023-10-07"), "a Saturday worked for the National Day");
    assert!(working("2018-12-29"), "a Saturday of the notice for 2019");
    assert!(!working("2018-12-31"), "a Monday of the notice for 2019");
}

/// Demands, applications and acceptances of administrative non-litigation enforcement; found by counting on the notices' days.
#[test]
fn periods_of_working_days() {
    assert_eq!(after("2023-09-25", 10), "2023-10-13");
    assert_eq!(after("2024-02-05", 10), "2024-02-23");
    assert_eq!(after("2023-09-26", 5), "2023-10-09");
    assert_eq!(after("2023-10-23", 7), "2023-11-01");
}

#[test]
fn the_first_day_counts_where_it_is_one() {
    let from = |day: &str, n| china().nth_from(date(day), n).unwrap().to_string();
    assert_eq!(from("2023-09-25", 1), "2023-09-25");
    assert_eq!(from("2023-09-24", 1), "2023-09-25");
    assert_eq!(from("2023-09-25", 10), "2023-10-12");
    assert_eq!(from("2007-01-01", 1), "2007-01-04");
    assert_eq!(from("2026-12-31", 1), "2026-12-31");
}

/// Suits and applications within months: nominal end, then rolled.
#[test]
fn ends_roll_forward() {
    let months = |day: &str, n| roll(date(day).add_months(n).unwrap());
    assert_eq!(months("2022-07-01", 6), "2023-01-03");
    assert_eq!(months("2023-01-03", 3), "2023-04-03");
    assert_eq!(months("2024-04-01", 6), "2024-10-08");
    assert_eq!(months("2024-10-08", 3), "2025-01-08");
    assert_eq!(months("2024-10-01", 3), "2025-01-02");
    assert_eq!(months("2023-03-06", 6), "2023-09-06");
    assert_eq!(months("2023-09-06", 3), "2023-12-06");
    assert_eq!(roll(date("2023-09-01").add_days(15).unwrap()), "2023-09-18");
    assert_eq!(months("2023-09-18", 3), "2023-12-18");
    assert_eq!(months("2023-08-31", 6), "2024-02-29");
}

#[test]
fn no_working_day_is_the_day_itself() {
    assert_eq!(after("2023-10-01", 0), "2023-10-01");
    assert_eq!(china().add_working_days(date("2006-12-31"), 0), Err(OutsideCalendar(date("2006-12-31"))));
}

#[test]
fn working_days_between() {
    let between = |a, b| china().working_days(date(a), date(b)).unwrap();
    assert_eq!(between("2023-09-25", "2023-10-13"), 10);
    assert_eq!(between("2023-10-13", "2023-09-25"), -10);
    assert_eq!(between("2023-09-29", "2023-10-06"), 0);
    assert_eq!(between("2023-10-06", "2023-10-06"), 0);
    assert_eq!(china().working_days(date("2023-01-01"), date("2027-01-01")), Err(OutsideCalendar(date("2027-01-01"))));
}

#[test]
fn counting_agrees_with_walking() {
    for n in [1, 2, 10, 23] {
        let (mut day, mut left) = (date("2019-12-15"), n);
        while left > 0 {
            day = day.add_days(1).unwrap();
            left -= u64::from(china().is_working_day(day).unwrap());
        }
        assert_eq!(after("2019-12-15", n), day.to_string());
    }
}

#[test]
fn nothing_is_counted_past_the_end() {
    let behind = Err(OutsideCalendar(date("2027-01-01")));
    assert_eq!(after("2026-12-30", 1), "2026-12-31");
    assert_eq!(china().add_working_days(date("2026-12-30"), 2), behind);
    assert_eq!(china().add_working_days(date("2026-12-31"), u64::MAX), behind);
    assert_eq!(china().nth_from(date("2007-01-01"), u64::MAX), behind);
}

#[test]
fn holidays_name_their_notices() {
    let golden = china().holidays().iter().find(|holiday| holiday.off[0].contains(&date("2023-10-01"))).unwrap();
    assert_eq!(golden.name, "中秋节、国庆节");
    assert_eq!(golden.off, [date("2023-09-29")..=date("2023-10-06")]);
    assert_eq!(golden.notices, ["http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm"]);
}

#[test]
fn another_table_has_another_version() {
    assert!(china().version().starts_with("cn-2007-2026/"));
    assert_ne!(fnv("a"), fnv("b"));
    // The published value of the algorithm's authors.
    assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
}
