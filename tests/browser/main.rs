//! Pages and reports in a real browser: Debian's Chromium, driven by `playwright-core`, with the accessibility rules of `axe-core`.
//!
//! The checks themselves are `checks.mjs`; here the binary writes what they look at. Without Chromium, Node or the modules
//! (`npm ci` in this folder) all of them report themselves as ignored.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Failed, Trial};
use program::Dialect;
use tests::files::Opened;

const CHROMIUM: &str = "/usr/bin/chromium";

/// The checks of `checks.mjs`, by name.
const CHECKS: &[&str] = &[
    "outline",
    "details",
    "search",
    "language",
    "keyboard",
    "graph",
    "large",
    "many",
    "hostile",
    "accessible",
    "print",
    "why_not",
    "report",
    "plain",
];

fn main() -> ExitCode {
    let ready = Path::new(CHROMIUM).exists() && here().join("node_modules/playwright-core").exists() && node_runs();
    let desk = Arc::new(OnceLock::new());
    let trial = |name: &&'static str| {
        let (name, desk) = (*name, Arc::clone(&desk));
        Trial::test(name, move || check(name, desk.get_or_init(written).path())).with_ignored_flag(!ready)
    };
    let mut arguments = Arguments::from_args();
    // Each starts a browser.
    arguments.test_threads.get_or_insert(1);
    libtest_mimic::run(&arguments, CHECKS.iter().map(trial).collect()).exit_code()
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser")
}

fn node_runs() -> bool {
    let version = Command::new("node").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

fn check(name: &str, desk: &Path) -> Result<(), Failed> {
    let output = Command::new("node").arg(here().join("checks.mjs")).arg(desk).arg(name).output()?;
    match output.status.success() {
        true => Ok(()),
        false => {
            Err(format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
                .into())
        }
    }
}

/// A folder with everything that the checks look at.
fn written() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").canonicalize().unwrap();
    let lease = examples.join("long_lease_auction").display().to_string();
    let law = examples.join("enforcement_application").display().to_string();
    let path = |name: &str| desk.path().join(name).display().to_string();
    std::fs::write(desk.path().join("chain.dl"), CHAIN).unwrap();
    std::fs::write(desk.path().join("many.dl"), MANY).unwrap();
    std::fs::write(desk.path().join("hostile.dl"), HOSTILE).unwrap();
    std::fs::write(desk.path().join("note.csv"), hostile_records()).unwrap();
    for program in ["chain.dl", "many.dl", "hostile.dl"] {
        let opened = Opened::new(&desk.path().join(program), desk.path(), &Dialect::default(), None);
        opened.unwrap().certified(50).unwrap_or_else(|fault| panic!("{program}: {fault}"));
    }
    run(&["why", &lease, "线索(\"P0006\", \"Z0001\")", "--format", "html", "-o", &path("lease.html"), "--lang", "en"]);
    run(&["why", &path("chain.dl"), "path(0, 5000)", "--format", "html", "-o", &path("chain.html"), "--lang", "en"]);
    run(&["why", &path("many.dl"), "total(_)", "--format", "html", "-o", &path("many.html"), "--lang", "en"]);
    run(&[
        "why",
        &path("hostile.dl"),
        "seen(_, _)",
        "--format",
        "html",
        "-o",
        &path("hostile.html"),
        "--lang",
        "en",
        "--limit",
        "20",
    ]);
    why_not(&lease, "线索(\"P0007\", _)", &path("lacking.html"));
    why_not(&law, "逾期未申请(\"Y03\", _)", &path("elements.html"));
    why_not(&law, "逾期未申请(\"Y12\", _)", &path("open.html"));
    std::fs::write(desk.path().join("late.dl"), LATE).unwrap();
    std::fs::write(desk.path().join("order.csv"), ORDERS).unwrap();
    why_not(&path("late.dl"), "late(\"O-3\")", &path("near.html"));
    let hostile = "seen(\"</script><script>window.owned = 9</script>\", \"<script>window.owned = 1</script>.\")";
    why_not(&path("hostile.dl"), hostile, &path("hostile_lacking.html"));
    run(&["report", &lease, "-o", &path("report"), "--lang", "zh"]);
    run(&["report", &law, "-o", &path("law"), "--lang", "zh"]);
    run(&["report", &path("hostile.dl"), "-o", &path("hostile"), "--lang", "en"]);
    desk
}

fn run(args: &[&str]) {
    ends(args, 0);
}

/// The page of a fact that does not hold.
fn why_not(program: &str, fact: &str, page: &str) {
    ends(&["why", program, fact, "--format", "html", "-o", page, "--lang", "en"], 3);
}

fn ends(args: &[&str], code: i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_syllogist")).args(args).env_clear().output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// Ten thousand steps, each resting on the one before.
const CHAIN: &str = "\
.decl edge(from: number, to: number)
.decl path(from: number, to: number)
.output path
edge(x, x + 1) :- x = range(0, 5000).
path(0, y) :- edge(0, y).
path(0, z) :- path(0, y), edge(y, z).
";

/// A sum of three hundred.
const MANY: &str = "\
.decl paid(day: number, amount: number)
.decl total(amount: number)
.output total
paid(x, x * 10) :- x = range(0, 300).
total(s) :- s = sum a : { paid(_, a) }.
";

/// A name that is off by one character. `late` would rest on itself.
const LATE: &str = "\
.decl order(id: symbol, customer: symbol, sent: date)
.input order(filename=\"order.csv\", rfc4180=true, headers=true)
.decl due(id: symbol, day: date)
.decl late(id: symbol)
.output late
due(i, d) :- order(i, \"甲公司\", s), d = add_days(s, 30), d < d\"2024-03-01\".
due(i, d) :- late(i), order(i, _, d).
late(i) :- due(i, _), !order(i, \"乙公司\", _).
";

const ORDERS: &str = "id,customer,sent\nO-1,甲公司,2024-01-05\nO-2,甲公司,2024-01-31\nO-3,甲公局,2024-01-06\n";

const HOSTILE: &str = "\
.decl note(id: symbol, text: symbol)
.input note(filename=\"note.csv\", rfc4180=true, headers=true)
.decl seen(id: symbol, text: symbol)
.output seen
/// Doc comments are shown too: </script><script>window.owned = 'doc'</script>
@[clue = A, norm = \"<b>x</b>\"]
seen(id, text) :- note(id, text), text != \"<img src=x onerror=\\\"window.owned='rule'\\\">\".
";

/// Cells that try to become markup, and one of ten megabytes.
fn hostile_records() -> String {
    let cells = [
        "<script>window.owned = 1</script>",
        "</script><script>window.owned = 2</script>",
        "<!--<script>",
        "</noscript></pre></title></style><script>window.owned = 3</script>",
        "\"\"><svg onload=window.owned=4>",
        "<img src=x onerror=window.owned=5>",
        "{{data}} ${window.owned = 6} \\u003cscript>",
        "javascript:window.owned=7",
        "\u{202e}gnorw\u{2028}\u{2029}",
    ];
    let mut out = String::from("id,text\n");
    for (number, cell) in cells.iter().enumerate() {
        out += &format!("n{number},\"{cell}\"\n");
    }
    out + "big," + &"长".repeat(3_500_000) + "\n"
}
