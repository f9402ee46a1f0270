//! One measured run of a command.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// What `timeout` exits with when the time is over.
const TIMED_OUT: i32 = 124;

/// What one run took and printed.
pub struct Measurement {
    /// Seconds from start to end of the whole process.
    pub wall: f64,
    /// Most memory held, in bytes.
    pub peak: u64,
    /// Seconds that the engine itself reports for its rules, without start and loading.
    pub own: Option<f64>,
    /// Rows of each relation that it counts.
    pub counts: BTreeMap<String, u64>,
}

/// Runs a command to its end.
///
/// # Errors
/// The command cannot be started, fails, or takes longer than allowed, as text.
pub fn measure(command: &[OsString], threads: usize, timeout_seconds: u32) -> Result<Measurement, String> {
    let start = Instant::now();
    let mut child = Command::new("timeout")
        .arg(timeout_seconds.to_string())
        .args(command)
        .env("RAYON_NUM_THREADS", threads.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut printed = String::new();
    let mut complaint = String::new();
    // One after the other is safe: nobody here writes more to stderr than a pipe holds.
    child.stdout.take().map(|mut pipe| pipe.read_to_string(&mut printed));
    child.stderr.take().map(|mut pipe| pipe.read_to_string(&mut complaint));
    let end = child.wait4().map_err(|error| error.to_string())?;
    let wall = start.elapsed().as_secs_f64();
    match end.status.code() {
        Some(0) => Ok(read(&printed, wall, end.rusage.maxrss)),
        Some(TIMED_OUT) => Err(format!("more than {timeout_seconds} s")),
        _ => Err(complaint.lines().last().unwrap_or("failed").to_owned()),
    }
}

/// Lines of a name, a tab and a count; `run SECONDS` is the engine's own time.
fn read(printed: &str, wall: f64, peak: u64) -> Measurement {
    let counts = printed.lines().filter_map(|line| {
        let (name, count) = line.split_once('\t')?;
        Some((name.to_owned(), count.parse().ok()?))
    });
    let own = printed.lines().find_map(|line| line.strip_prefix("run ")?.parse().ok());
    Measurement { wall, peak, own, counts: counts.collect() }
}
