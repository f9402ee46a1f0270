//! Tables of real servers, read by the command line: PostgreSQL and MariaDB of Debian's packages, each started on a free port in a folder of its
//! own. Where one is not installed its tests report themselves as ignored; where `CI` is set they fail.
//!
//! The target belongs to the package `cli`, so that Cargo builds the binary before.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

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

#[expect(
    clippy::disallowed_methods,
    reason = "whether a missing server is a failure is no matter of the project's files"
)]
fn main() -> ExitCode {
    let must_run = std::env::var_os("CI").is_some();
    let postgresql = Arc::new(OnceLock::new());
    let mariadb = Arc::new(OnceLock::new());
    let mut trials = Vec::new();
    for (name, test) in postgresql::TESTS {
        let server = Arc::clone(&postgresql);
        let run = move || {
            test(server.get_or_init(PostgreSqlServer::start));
            Ok(())
        };
        let is_ignored = !must_run && !PostgreSqlServer::is_installed();
        trials.push(Trial::test(format!("postgresql::{name}"), run).with_ignored_flag(is_ignored));
    }
    for (name, test) in mariadb::TESTS {
        let server = Arc::clone(&mariadb);
        let run = move || {
            test(server.get_or_init(MariaDbServer::start));
            Ok(())
        };
        let is_ignored = !must_run && !MariaDbServer::is_installed();
        trials.push(Trial::test(format!("mariadb::{name}"), run).with_ignored_flag(is_ignored));
    }
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
