//! Where commands are run.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The password of whoever logs in.
pub const PASSWORD: &str = "a-s3cret";

/// A folder with a rule program, and the address of the database `land`.
pub struct Desk {
    folder: tempfile::TempDir,
    address: String,
}

/// What a command did.
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub told: String,
}

impl Desk {
    /// A desk with this program, and `land` at this address.
    pub fn new(program: &str, address: String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("land.dl"), program).unwrap();
        Self { folder, address }
    }

    /// Runs `syllogist COMMAND land.dl ARGUMENTS`.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Done {
        self.run_with(PASSWORD, command, arguments)
    }

    /// The same with another password.
    pub fn run_with(&self, password: &str, command: &str, arguments: &[&str]) -> Done {
        self.run_at(password, "land.dl", command, arguments)
    }

    /// Runs `syllogist COMMAND PROGRAM ARGUMENTS`.
    pub fn run_program(&self, program: &str, command: &str, arguments: &[&str]) -> Done {
        self.run_at(PASSWORD, program, command, arguments)
    }

    fn run_at(&self, password: &str, program: &str, command: &str, arguments: &[&str]) -> Done {
        let mut syllogist = Command::new(env!("CARGO_BIN_EXE_syllogist"));
        syllogist.current_dir(self.folder.path()).env("LAND_PASSWORD", password);
        let connection = format!("land={}?password_env=LAND_PASSWORD", self.address);
        // What a test says of the connection comes later, and counts.
        syllogist.args([command, program, "--lang", "en", "--connection", &connection]).args(arguments);
        let Output { status, stdout, stderr } = syllogist.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Done { code: status.code(), out: text(stdout), told: text(stderr) }
    }

    /// A place on the desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file that a command wrote; `None`: there is none.
    pub fn file(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.path().join(name)).ok()
    }
}

impl Done {
    /// Nothing went wrong.
    pub fn well(self) -> Self {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.told);
        self
    }

    /// It went wrong with this code, and nothing shows the password.
    pub fn wrong(self, code: &str) -> Self {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.told);
        assert!(self.told.contains(code), "no {code}: {}", self.told);
        assert!(!self.told.contains(PASSWORD) && !self.out.contains(PASSWORD));
        self
    }
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Whether this process may do everything, and servers therefore refuse to run as its user.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout == b"0\n")
}

/// What a command prints; it has to succeed.
pub fn output(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// Lets somebody else work in this folder.
pub fn hand_over(folder: &Path, user: &str) {
    output(Command::new("chown").arg(user).arg(folder));
}
