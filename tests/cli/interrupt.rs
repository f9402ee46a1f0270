//! Ctrl-C and its kin: soon, with exit code 130, and without a trace on the disk.
#![cfg(target_os = "linux")]

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Desk;

/// Counts for hours.
const LONG: &str = ".decl n(x: number)\n.output n\nn(0).\nn(x + 1) :- n(x), x < 1000000000.\n";

/// Starts the command with signals as a terminal leaves them, however this test was started.
fn start(desk: &Desk, signals: &str, args: &[&str]) -> Child {
    let mut command = Command::new("env");
    command.args(signals.split(' ')).arg(crate::binary()).args(args).current_dir(desk.folder.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

const USUAL: &str = "--default-signal=INT,TERM,HUP";

fn send(child: &Child, signal: &str) {
    let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Exit code and standard error of a command that must end within two seconds.
fn ended(mut child: Child) -> (Option<i32>, String) {
    let since = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if since.elapsed() > Duration::from_secs(2) {
            child.kill().unwrap();
            panic!("it goes on");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn wait(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

#[test]
fn an_evaluation_ends_soon_and_writes_nothing() {
    for (signal, lang, told) in [
        ("INT", "en", "interrupted; no file was written\n"),
        ("TERM", "zh", "已中断；没有写入任何文件\n"),
        ("HUP", "en", "interrupted; no file was written\n"),
    ] {
        let desk = Desk::with(&[("n.dl", LONG)]);
        let child = start(&desk, USUAL, &["run", "n.dl", "-D", "out", "--profile", "p", "-j", "2", "--lang", lang]);
        // Longer than the patience of the progress line, which no terminal asks for.
        wait(1800);
        send(&child, signal);
        assert_eq!(ended(child), (Some(130), told.to_string()), "{signal}");
        assert_eq!(desk.files(), ["n.dl"]);
        assert!(!desk.path("out").exists());
    }
}

#[test]
fn a_question_ends_soon() {
    let desk = Desk::with(&[("n.dl", LONG)]);
    let child = start(&desk, USUAL, &["why", "n.dl", "n(3)", "--lang", "zh"]);
    wait(300);
    send(&child, "INT");
    assert_eq!(ended(child), (Some(130), "已中断；没有写入任何文件\n".to_string()));
}

#[test]
fn loading_ends_soon() {
    let program = ".decl p(x: symbol)\n.input p(IO=stdin)\n.output p\n";
    let desk = Desk::with(&[("p.dl", program)]);
    let mut command = Command::new("env");
    command.arg(USUAL).arg(crate::binary()).args(["run", "p.dl", "-D", "out"]).current_dir(desk.folder.path());
    // Nobody ever writes into this pipe, so loading waits.
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait(300);
    send(&child, "INT");
    assert_eq!(ended(child), (Some(130), "interrupted; no file was written\n".to_string()));
    assert_eq!(desk.files(), ["p.dl"]);
}

#[test]
fn files_in_the_making_are_removed() {
    let program = ".decl n(x: number, y: number)\n.output n\nn(x, x * x) :- x = range(0, 2000000).\n";
    let desk = Desk::with(&[("n.dl", program)]);
    let child = start(&desk, USUAL, &["run", "n.dl", "-D", "deep/out"]);
    let since = Instant::now();
    // As soon as there is a file, under whatever name, it is being written.
    while desk.files().len() == 1 {
        assert!(since.elapsed() < Duration::from_secs(60), "nothing is written");
        wait(1);
    }
    assert!(desk.files()[0].ends_with(".part"), "{:?}", desk.files());
    send(&child, "INT");
    assert_eq!(ended(child), (Some(130), "interrupted; no file was written\n".to_string()));
    assert_eq!(desk.files(), ["n.dl"]);
    assert!(!desk.path("deep").exists());
}

#[test]
fn a_signal_that_is_to_be_ignored_is_ignored() {
    let desk = Desk::with(&[("n.dl", LONG)]);
    let mut child = start(&desk, "--default-signal=INT,TERM --ignore-signal=HUP", &["run", "n.dl"]);
    wait(300);
    send(&child, "HUP");
    wait(600);
    assert!(child.try_wait().unwrap().is_none(), "a run under nohup goes on");
    send(&child, "TERM");
    wait(600);
    assert!(child.try_wait().unwrap().is_some());
}
