//! Whoever works at the questions, so that somebody may stop waiting for an answer.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use proof::Explainer;

use super::answer::{Answer, Answerer, Job};
use crate::interrupt::Interrupt;
use crate::reading::Places;

/// A thread that answers. It is started at the first question, and again after one that was interrupted.
pub struct Worker {
    answerer: Answerer,
    thread: Option<(Sender<Job>, Receiver<Answer>)>,
}

/// How often it is looked whether somebody stops waiting.
const LOOK: Duration = Duration::from_millis(20);
/// Derivations are told from deep structures, which are bounded.
const STACK_BYTES: usize = 64 << 20;

impl Worker {
    /// A worker that will answer by this.
    pub fn new(answerer: Answerer) -> Worker {
        Worker { answerer, thread: None }
    }

    /// The answer; `None` where somebody did not want to wait for it.
    pub fn ask(&mut self, job: Job, interrupt: &Interrupt) -> Option<Answer> {
        let thread = self.thread.take().or_else(|| self.start())?;
        interrupt.begin_question();
        let answer = thread.0.send(job).ok().and_then(|()| {
            loop {
                match thread.1.recv_timeout(LOOK) {
                    Ok(answer) => return Some(answer),
                    Err(RecvTimeoutError::Timeout) if !interrupt.asked() => {}
                    // What it is at is of no use any more; it ends with the process.
                    Err(_) => return None,
                }
            }
        });
        interrupt.end_question();
        if answer.is_some() {
            self.thread = Some(thread);
        }
        answer
    }

    fn start(&self) -> Option<(Sender<Job>, Receiver<Answer>)> {
        let ((questions, asked), (answers, answered)) = (channel::<Job>(), channel());
        let answerer = self.answerer.clone();
        let work = move || {
            let places = Places(answerer.records);
            let explainer = Explainer::new(answerer.model, &places);
            while let Ok(job) = asked.recv() {
                if answers.send(answerer.answer(&job, &explainer)).is_err() {
                    break;
                }
            }
        };
        std::thread::Builder::new().stack_size(STACK_BYTES).spawn(work).ok()?;
        Some((questions, answered))
    }
}
