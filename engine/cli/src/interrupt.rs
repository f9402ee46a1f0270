//! Ctrl-C, and other signals that ask the process to end.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diagnostics::{Lang, Text};

use crate::exit::{Exit, Failure};
use crate::watch::Watcher;

/// Whether somebody wants the run to end, and what may not be cut short.
#[derive(Debug, Default)]
pub struct Interrupt {
    asked: AtomicBool,
    told: AtomicBool,
    /// Somebody asks one question after the other: a signal ends the question, not the dialogue.
    dialogue: AtomicBool,
    /// An answer is waited for.
    question: AtomicBool,
    /// Held while files are in the making; true once there are some in their places.
    writing: Mutex<bool>,
}

/// So long the work has to notice and to end by itself. What does not look up by then, and writes no files, is cut short.
const GRACE: Duration = Duration::from_millis(300);

impl Interrupt {
    /// True from the first signal on.
    pub fn asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    /// From now on a signal ends the question that is being answered; the process only if there is none, or at the second signal.
    pub fn begin_dialogue(&self) {
        self.dialogue.store(true, Ordering::Relaxed);
    }

    /// An answer is waited for.
    pub fn begin_question(&self) {
        self.question.store(true, Ordering::Relaxed);
    }

    /// It is waited for no longer. What was asked of a dialogue's question does not count for the next one.
    pub fn end_question(&self) {
        self.question.store(false, Ordering::Relaxed);
        if self.dialogue.load(Ordering::Relaxed) {
            self.asked.store(false, Ordering::Relaxed);
        }
    }

    /// Asks for an end. True where that concerns the question alone.
    fn ask(&self) -> bool {
        let again = self.asked.swap(true, Ordering::Relaxed);
        !again && self.dialogue.load(Ordering::Relaxed) && self.question.load(Ordering::Relaxed)
    }

    /// Ends the run here if somebody asked for it.
    pub fn check(&self) -> Result<(), Failure> {
        if self.asked() { Err(Failure::Found(Exit::Interrupted, Vec::new())) } else { Ok(()) }
    }

    /// Does work that leaves something behind when it is cut short: the process is not ended from outside before it is
    /// done. The work has to look whether an end was [`asked`](Self::asked) for, and to note when files are in their places.
    pub fn write<T>(&self, work: impl FnOnce(&mut bool) -> Result<T, Failure>) -> Result<T, Failure> {
        work(&mut self.hold())
    }

    /// `out`, which takes nothing more once an end was asked for.
    pub fn guarded<'o>(&'o self, out: &'o mut dyn Write) -> Guarded<'o> {
        Guarded { out, interrupt: self }
    }

    /// Says on standard error, once, that the run was interrupted. `written`: its files are in their places.
    pub fn tell(&self, written: bool, lang: Lang) {
        let text = match written {
            false => Text { en: "interrupted; no file was written\n", zh: "已中断；没有写入任何文件\n" },
            true => Text {
                en: "interrupted; the files had been written before\n", zh: "已中断；文件此前已全部写好\n"
            },
        };
        if !self.told.swap(true, Ordering::Relaxed) {
            // If standard error is closed, the exit code says it.
            let _ = io::stderr().lock().write_all(text.get(lang).as_bytes());
        }
    }

    fn hold(&self) -> MutexGuard<'_, bool> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the process with exit code 130 soon after a signal asks for it, but never between the first and the last file.
///
/// Signals that were set to be ignored stay so (`nohup`): then none is caught.
pub fn obey_signals(watcher: &Arc<Watcher>) {
    let watcher = Arc::clone(watcher);
    let end = move || {
        if watcher.interrupt.ask() {
            return;
        }
        std::thread::sleep(GRACE);
        let written = watcher.interrupt.hold();
        watcher.hide();
        watcher.interrupt.tell(*written, watcher.lang());
        #[allow(clippy::exit, reason = "the thread that works did not look up; it leaves nothing behind")]
        std::process::exit(130);
    };
    // Without a handler a signal ends the process all the same; results never stand half-written under their names.
    let _ = ctrlc::try_set_handler(end);
}

/// See [`Interrupt::guarded`].
pub struct Guarded<'o> {
    out: &'o mut dyn Write,
    interrupt: &'o Interrupt,
}

impl Write for Guarded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.interrupt.asked() {
            // Not `Interrupted`, which writers take as a wish to try again.
            true => Err(io::Error::other("interrupted")),
            false => self.out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_more_is_taken_once_an_end_was_asked_for() {
        let interrupt = Interrupt::default();
        let mut out = Vec::new();
        assert!(interrupt.guarded(&mut out).write_all(b"a").is_ok() && interrupt.check().is_ok());
        interrupt.asked.store(true, Ordering::Relaxed);
        assert!(interrupt.guarded(&mut out).write_all(b"b").is_err() && interrupt.check().is_err());
        assert_eq!(out, b"a");
    }

    #[test]
    fn in_a_dialogue_the_first_signal_ends_the_question_alone() {
        let interrupt = Interrupt::default();
        interrupt.begin_question();
        assert!(!interrupt.ask(), "there is no dialogue");
        interrupt.end_question();
        assert!(interrupt.asked());
        let interrupt = Interrupt::default();
        interrupt.begin_dialogue();
        assert!(!interrupt.ask(), "there is no question");
        interrupt.end_question();
        interrupt.begin_question();
        assert!(interrupt.ask() && interrupt.asked() && !interrupt.ask());
        interrupt.end_question();
        assert!(!interrupt.asked());
    }

    #[test]
    fn the_process_is_not_ended_while_files_are_in_the_making() {
        let interrupt = Interrupt::default();
        let noted = |written: &mut bool| {
            assert!(interrupt.writing.try_lock().is_err());
            *written = true;
            interrupt.check()
        };
        assert!(interrupt.write(noted).is_ok() && *interrupt.hold());
    }
}
