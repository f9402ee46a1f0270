//! The progress line of long runs: on a terminal, on standard error, and gone before anything else is said.

use diagnostics::{Lang, Text};
use eval::Progress;
use indicatif::{ProgressBar, ProgressStyle};

use crate::amount::{bytes, grouped};

/// The parts of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Records are read.
    Loading,
    /// Rules are applied.
    Evaluating,
    /// Results are ordered and written.
    Writing,
}

/// What a line tells.
pub struct Shown {
    /// Nanoseconds on the clock.
    pub now: u64,
    /// How far the evaluation is.
    pub progress: Progress,
    /// Bytes held.
    pub memory: u64,
    /// The language.
    pub lang: Lang,
}

/// The line.
#[derive(Default)]
pub struct Line {
    phase: Option<Phase>,
    /// When the phase was first looked at.
    since: Option<u64>,
    bar: Option<ProgressBar>,
    speed: Speed,
}

/// Nobody needs to be told about a phase that ends sooner (nanoseconds).
const PATIENCE: u64 = 1_500_000_000;

impl Line {
    /// A phase begins.
    pub fn begin(&mut self, phase: Phase) {
        *self = Self { phase: Some(phase), ..Self::default() };
    }

    /// The phase has ended, and the line disappears.
    pub fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        self.phase = None;
    }

    /// Draws the line if the phase has lasted for some time.
    pub fn draw(&mut self, shown: &Shown) {
        let Some(phase) = self.phase else { return };
        let since = *self.since.get_or_insert(shown.now);
        let speed = self.speed.at(shown.now, shown.progress.facts);
        if shown.now - since < PATIENCE {
            return;
        }
        // Where standard error is no terminal, it draws nothing.
        let bar =
            self.bar.get_or_insert_with(|| ProgressBar::new_spinner().with_style(ProgressStyle::default_spinner()));
        bar.set_message(words(phase, shown, speed));
        bar.tick();
    }
}

/// Facts per second, over the last second or so.
#[derive(Default)]
struct Speed {
    /// The time and the facts that are compared with.
    mark: Option<(u64, u64)>,
    known: Option<u64>,
}

const SECOND: u64 = 1_000_000_000;

impl Speed {
    fn at(&mut self, now: u64, facts: u64) -> Option<u64> {
        let (then, before) = *self.mark.get_or_insert((now, facts));
        if now - then >= SECOND {
            let new = u128::from(facts.saturating_sub(before));
            self.known = u64::try_from(new * u128::from(SECOND) / u128::from(now - then)).ok();
            self.mark = Some((now, facts));
        }
        self.known
    }
}

fn words(phase: Phase, shown: &Shown, speed: Option<u64>) -> String {
    let text = match phase {
        Phase::Loading => Text { en: "loading records · {memory}", zh: "正在载入记录 · 内存 {memory}" },
        Phase::Writing => Text { en: "writing results · {memory}", zh: "正在写入结果 · 内存 {memory}" },
        Phase::Evaluating => Text {
            en: "stratum {stratum} of {strata}, round {round} · {facts} facts · {speed}/s · {memory}",
            zh: "第 {stratum} 层（共 {strata} 层）第 {round} 轮 · 事实 {facts} 条 · 每秒 {speed} 条 · 内存 {memory}",
        },
    };
    let progress = &shown.progress;
    let values = [
        ("stratum", (progress.stratum + 1).to_string()),
        ("strata", progress.strata.to_string()),
        ("round", grouped(u64::from(progress.round))),
        ("facts", grouped(progress.facts)),
        ("speed", speed.map_or("–".to_string(), grouped)),
        ("memory", bytes(shown.memory)),
    ];
    prose::fill(text, shown.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lang: Lang) -> Shown {
        let progress = Progress { stratum: 2, strata: 7, round: 12, facts: 12_345_678 };
        Shown { now: 0, progress, memory: 3 << 29, lang }
    }

    #[test]
    fn the_line_tells_how_far_the_run_is() {
        let said = |lang| words(Phase::Evaluating, &shown(lang), Some(1_234_567));
        assert_eq!(said(Lang::En), "stratum 3 of 7, round 12 · 12,345,678 facts · 1,234,567/s · 1.5 GiB");
        assert_eq!(
            said(Lang::Zh),
            "第 3 层（共 7 层）第 12 轮 · 事实 12,345,678 条 · 每秒 1,234,567 条 · 内存 1.5 GiB"
        );
        assert_eq!(words(Phase::Loading, &shown(Lang::Zh), None), "正在载入记录 · 内存 1.5 GiB");
    }

    #[test]
    fn facts_per_second_are_those_of_the_last_second() {
        let mut speed = Speed::default();
        assert_eq!(speed.at(0, 1000), None);
        assert_eq!(speed.at(SECOND / 2, 2000), None);
        assert_eq!(speed.at(2 * SECOND, 5000), Some(2000));
        assert_eq!(speed.at(5 * SECOND / 2, 9000), Some(2000));
        assert_eq!(speed.at(3 * SECOND, 5000), Some(0));
    }

    #[test]
    fn short_phases_show_nothing() {
        let mut line = Line::default();
        line.draw(&shown(Lang::En));
        assert!(line.bar.is_none() && line.since.is_none());
        line.begin(Phase::Loading);
        line.draw(&shown(Lang::En));
        line.draw(&Shown { now: PATIENCE - 1, ..shown(Lang::En) });
        assert!(line.bar.is_none());
        line.draw(&Shown { now: PATIENCE, ..shown(Lang::En) });
        assert!(line.bar.is_some());
        line.end();
        assert!(line.bar.is_none());
    }
}
