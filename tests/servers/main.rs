//! Tables of real servers, read by the command line: PostgreSQL and MariaDB of Debian's packages, each started on a free port in a folder of its
//! own. Where one is not installed its tests report themselves as ignored; where `CI` is set they fail.
//!
//! The target belongs to the package `cli`, so that Cargo builds the binary before.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agencies;
mod desk;
mod mariadb;
mod mariadb_server;
mod postgresql;
mod postgresql_server;
mod proxy;

use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Trial};

use mariadb_server::MariaDbServer;
use postgresql_server::PostgreSqlServer;

/// A test of a server, by its name.
type Test<S> = (&'static str, fn(&S));

fn main() -> ExitCode {
    let must_run = std::env::var_os("CI").is_some();
    let postgresql = Arc::new(OnceLock::new());
    let mariadb = Arc::new(OnceLock::new());
    let is_missing = !PostgreSqlServer::is_installed() && !must_run;
    let mut trials = trials("postgresql", postgresql::TESTS, &postgresql, PostgreSqlServer::start, is_missing);
    let is_missing = !MariaDbServer::is_installed() && !must_run;
    trials.extend(self::trials("mariadb", mariadb::TESTS, &mariadb, MariaDbServer::start, is_missing));
    let mut arguments = Arguments::from_args();
    // Statements are looked up in one log.
    arguments.test_threads.get_or_insert(1);
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Not left to the end of the process, which drops nothing that threads still hold.
    if let Some(server) = postgresql.get() {
        server.stop();
    }
    if let Some(server) = mariadb.get() {
        server.stop();
    }
    conclusion.exit_code()
}

/// All tests share one server, which the first of them starts.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told why these are ignored")]
fn trials<S: Send + Sync + 'static>(
    kind: &str,
    tests: &[Test<S>],
    server: &Arc<OnceLock<S>>,
    start: fn() -> S,
    is_missing: bool,
) -> Vec<Trial> {
    if is_missing {
        eprintln!("{kind} is not installed: its tests are ignored");
    }
    let trial = |(name, test): &Test<S>| {
        let (server, test) = (Arc::clone(server), *test);
        let run = move || {
            test(server.get_or_init(start));
            Ok(())
        };
        Trial::test(format!("{kind}::{name}"), run).with_ignored_flag(is_missing)
    };
    tests.iter().map(trial).collect()
}
