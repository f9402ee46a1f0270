//! What looks on while a run works: memory, the wish to stop, the progress line.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diagnostics::Lang;
use eval::{Progress, Stop, Watch};

use crate::clock::Clock;
use crate::interrupt::Interrupt;
use crate::progress::{Line, Phase, Shown};

/// Looks on.
pub struct Watcher {
    /// Signals.
    pub interrupt: Interrupt,
    clock: Clock,
    lang: Mutex<Lang>,
    /// Bytes of memory that may be held.
    limit: AtomicU64,
    memory: AtomicU64,
    peak: AtomicU64,
    progress: Mutex<Progress>,
    line: Mutex<Line>,
    /// Nanoseconds by [`Phase`].
    spent: [AtomicU64; 3],
}

/// How often memory is measured, and the progress line looked at.
const TICK: Duration = Duration::from_millis(50);

impl Watcher {
    /// A watcher that speaks this language, with all memory allowed.
    pub fn new(lang: Lang) -> Self {
        Self {
            interrupt: Interrupt::default(),
            clock: Clock::start(),
            lang: Mutex::new(lang),
            limit: AtomicU64::new(u64::MAX),
            memory: AtomicU64::new(0),
            peak: AtomicU64::new(0),
            progress: Mutex::default(),
            line: Mutex::default(),
            spent: Default::default(),
        }
    }

    /// Begins to measure and to show, by a thread that ends with the process.
    pub fn begin(self: &Arc<Self>, memory_max: Option<u64>) {
        self.limit.store(memory_max.unwrap_or(u64::MAX), Ordering::Relaxed);
        let watcher = Arc::clone(self);
        let tick = move || {
            loop {
                std::thread::sleep(TICK);
                watcher.measure();
                watcher.draw();
            }
        };
        // Where there are no threads to be had, memory is still measured between the phases.
        let _ = std::thread::Builder::new().name("watch".to_string()).spawn(tick);
    }

    /// Speaks this language from now on.
    pub fn speak(&self, lang: Lang) {
        *held(&self.lang) = lang;
    }

    /// The language of the run.
    pub fn lang(&self) -> Lang {
        *held(&self.lang)
    }

    /// Does a part of the run: its time is counted, and its progress shown. It must not print.
    pub fn during<T>(&self, phase: Phase, work: impl FnOnce() -> T) -> T {
        let began = self.clock.nanos();
        held(&self.line).begin(phase);
        let result = work();
        self.hide();
        self.measure();
        self.spent[phase as usize].fetch_add(self.clock.nanos() - began, Ordering::Relaxed);
        result
    }

    /// Nanoseconds that a phase took.
    pub fn spent(&self, phase: Phase) -> u64 {
        self.spent[phase as usize].load(Ordering::Relaxed)
    }

    /// Bytes of memory that the process holds; `None` where the system does not tell.
    pub fn measure(&self) -> Option<u64> {
        let bytes = memory_stats::memory_stats()?.physical_mem as u64;
        self.memory.store(bytes, Ordering::Relaxed);
        self.peak.fetch_max(bytes, Ordering::Relaxed);
        Some(bytes)
    }

    /// The most memory that was measured.
    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::Relaxed)
    }

    /// The memory that may be held, where it is less than what is.
    pub fn exceeded(&self) -> Option<u64> {
        let limit = self.limit.load(Ordering::Relaxed);
        (self.memory.load(Ordering::Relaxed) > limit).then_some(limit)
    }

    /// Removes the progress line until the next phase begins.
    pub fn hide(&self) {
        held(&self.line).end();
    }

    fn draw(&self) {
        let (progress, memory) = (*held(&self.progress), self.memory.load(Ordering::Relaxed));
        let shown = Shown { now: self.clock.nanos(), progress, memory, lang: self.lang() };
        held(&self.line).draw(&shown);
    }
}

impl Watch for Watcher {
    fn now(&self) -> u64 {
        self.clock.nanos()
    }

    fn look(&self, progress: &Progress) -> Option<Stop> {
        // Somebody else is at it: the next look will do.
        if let Ok(mut known) = self.progress.try_lock() {
            *known = *progress;
        }
        if self.interrupt.asked() {
            return Some(Stop::Interrupted);
        }
        self.exceeded().map(Stop::Memory)
    }
}

/// A lock that a panic elsewhere does not take away: what it guards is whole after every line.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_beyond_the_limit_stops_the_run() {
        let watcher = Watcher::new(Lang::En);
        assert!(watcher.measure().is_some_and(|bytes| bytes > 0 && watcher.peak() >= bytes));
        assert_eq!(watcher.look(&Progress::default()), None);
        watcher.limit.store(1, Ordering::Relaxed);
        assert_eq!(watcher.look(&Progress::default()), Some(Stop::Memory(1)));
    }

    #[test]
    fn the_time_of_a_phase_adds_up() {
        let watcher = Watcher::new(Lang::En);
        assert_eq!(watcher.during(Phase::Loading, || 7), 7);
        let once = watcher.spent(Phase::Loading);
        watcher.during(Phase::Loading, || std::hint::black_box(vec![0; 1000]));
        assert!(once > 0 && watcher.spent(Phase::Loading) > once);
        assert_eq!(watcher.spent(Phase::Writing), 0);
    }
}
