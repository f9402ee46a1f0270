//! A MariaDB server of one's own.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

use crate::desk::{PASSWORD, free_port, hand_over, is_root, output};

const PROGRAM: &str = "/usr/sbin/mariadbd";

/// Runs until [`MariaDbServer::stop`].
pub struct MariaDbServer {
    folder: tempfile::TempDir,
    pub port: u16,
    process: Mutex<Child>,
}

impl MariaDbServer {
    pub fn is_installed() -> bool {
        Path::new(PROGRAM).exists()
    }

    /// Its user `reader` may read everything; statements are logged.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let mut install = Command::new("mariadb-install-db");
        install.args(["--no-defaults", "--skip-test-db", "--auth-root-authentication-method=normal"]);
        install.arg(format!("--datadir={}", data.display()));
        let port = free_port();
        let mut mariadbd = Command::new(PROGRAM);
        mariadbd.args(["--no-defaults", "--bind-address=127.0.0.1", "--general-log=1", "--skip-name-resolve"]);
        for (option, file) in [("datadir", "data"), ("socket", "s"), ("pid-file", "pid"), ("general-log-file", "log")] {
            mariadbd.arg(format!("--{option}={}", folder.path().join(file).display()));
        }
        mariadbd.arg(format!("--port={port}"));
        if is_root() {
            hand_over(folder.path(), "mysql");
            install.arg("--user=mysql");
            mariadbd.arg("--user=mysql");
        }
        output(&mut install);
        let process = mariadbd.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Self { folder, port, process: Mutex::new(process) };
        let reader = format!(
            "CREATE USER reader@'127.0.0.1' IDENTIFIED BY '{PASSWORD}'; GRANT SELECT ON *.* TO reader@'127.0.0.1'"
        );
        for _ in 0..300 {
            if server.client("mariadb").args(["-e", "SELECT 1"]).output().unwrap().status.success() {
                server.sql(&reader);
                return server;
            }
            sleep(Duration::from_millis(100));
        }
        panic!("MariaDB does not start");
    }

    pub fn stop(&self) {
        output(self.client("mariadb-admin").arg("shutdown"));
        self.process.lock().unwrap().wait().unwrap();
    }

    /// What statements give: lines of cells between tabs.
    pub fn sql(&self, statements: &str) -> String {
        output(self.client("mariadb").args(["--default-character-set=utf8mb4", "-N", "-B", "-e", statements]))
    }

    /// A program of the client that reaches the server.
    pub fn client(&self, program: &str) -> Command {
        let mut client = Command::new(program);
        client
            .args(["--no-defaults", "-u", "root"])
            .arg(format!("--socket={}", self.folder.path().join("s").display()));
        client
    }

    /// Everything that it was asked.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.folder.path().join("log")).unwrap()).into_owned()
    }
}
