//! A PostgreSQL server of one's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

use crate::desk::{PASSWORD, free_port, hand_over, is_root, output};

/// Runs until [`PostgreSqlServer::stop`].
pub struct PostgreSqlServer {
    folder: tempfile::TempDir,
    pub port: u16,
    process: Mutex<Child>,
}

impl PostgreSqlServer {
    pub fn is_installed() -> bool {
        programs().is_some()
    }

    /// Its user `owner` may do everything; statements are logged.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (data, password) = (folder.path().join("data"), folder.path().join("password"));
        fs::write(&password, PASSWORD).unwrap();
        for path in [folder.path(), &password] {
            if is_root() {
                hand_over(path, "postgres");
            }
        }
        let mut initdb = command("initdb");
        initdb.arg("-D").arg(&data).args(["-A", "scram-sha-256", "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8"]);
        output(initdb.arg("--no-sync").arg(format!("--pwfile={}", password.display())));
        let port = free_port();
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let mut postgres = command("postgres");
        postgres.arg("-D").arg(&data).args(["-p", &port.to_string(), "-k", "", "-c", "fsync=off"]);
        postgres.args(["-c", "listen_addresses=127.0.0.1", "-c", "log_statement=all"]);
        let process = postgres.stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let server = Self { folder, port, process: Mutex::new(process) };
        for _ in 0..300 {
            if server.psql("postgres", "SELECT 1").output().unwrap().status.success() {
                return server;
            }
            sleep(Duration::from_millis(100));
        }
        panic!("PostgreSQL does not start: {}", server.log());
    }

    pub fn stop(&self) {
        let mut stop = command("pg_ctl");
        output(stop.arg("-D").arg(self.folder.path().join("data")).args(["-m", "immediate", "stop"]));
        self.process.lock().unwrap().wait().unwrap();
    }

    /// A new database in which these statements were run.
    pub fn database(&self, name: &str, statements: &str) {
        self.sql("postgres", &format!("CREATE DATABASE {name}"));
        self.sql(name, statements);
    }

    /// What statements give: lines of cells between `|`.
    pub fn sql(&self, database: &str, statements: &str) -> String {
        output(&mut self.psql(database, statements))
    }

    /// The client, about to run statements.
    pub fn psql(&self, database: &str, statements: &str) -> Command {
        let mut psql = Command::new(programs().unwrap().join("psql"));
        psql.env("PGPASSWORD", PASSWORD).args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-U", "owner"]);
        psql.args(["-d", database, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statements]);
        psql
    }

    /// Everything that it was asked.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

/// A program of the server, run by somebody who may not do everything.
fn command(name: &str) -> Command {
    let program = programs().expect("PostgreSQL is installed").join(name);
    match is_root() {
        false => Command::new(program),
        true => {
            let mut command = Command::new("runuser");
            command.current_dir("/").args(["-u", "postgres", "--"]).arg(program);
            command
        }
    }
}

/// Where the newest version's programs are.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir(Path::new("/usr/lib/postgresql")).ok()?;
    let mut folders: Vec<PathBuf> = versions.filter_map(|version| Some(version.ok()?.path().join("bin"))).collect();
    folders.retain(|folder| folder.join("postgres").exists());
    folders.sort();
    folders.pop()
}
