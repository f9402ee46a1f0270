//! Times as they are told.

use diagnostics::Lang;
use program::checked::Interval;

/// The times in words, one after the other.
pub(crate) fn told<'a>(intervals: impl Iterator<Item = &'a Interval>, lang: Lang) -> String {
    let one = |interval: &Interval| match (interval.to, lang) {
        (None, Lang::En) => format!("from {}", interval.from),
        (None, Lang::Zh) => format!("{} 起", interval.from),
        (Some(to), Lang::En) => format!("{} to {to}", interval.from),
        (Some(to), Lang::Zh) => format!("{} 至 {to}", interval.from),
    };
    let separator = if lang == Lang::En { ", " } else { "、" };
    intervals.map(one).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Date;

    fn interval(from: &str, to: &str) -> Interval {
        Interval { from: Date::parse(from).unwrap(), to: Date::parse(to).ok() }
    }

    #[test]
    fn in_words() {
        let both = [interval("2022-01-01", "2023-12-31"), interval("2024-01-01", "")];
        assert_eq!(told(both.iter(), Lang::En), "2022-01-01 to 2023-12-31, from 2024-01-01");
        assert_eq!(told(both.iter(), Lang::Zh), "2022-01-01 至 2023-12-31、2024-01-01 起");
    }
}
