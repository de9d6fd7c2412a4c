//! `riparian status` beside a job that listens, one that is ill, and nobody.

use crate::support::{Ended, Folder};
use riparian::job::{Job, Node};
use riparian::program::observe::{Board, Listener};
use riparian::report::{Phase, Reporter};
use riparian::worker::Glance;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;

static JOB: Job = Job {
    abi: riparian::ABI,
    package: "fraud",
    name: "velocity",
    topics: &[],
    stages: &[],
    nodes: &[Node { name: "in_euro", table: false }],
    sites: &[],
    exactly_once: true,
    vaults: &[],
};

fn status(at: &str, arguments: &[&str]) -> Ended {
    Folder::empty().run(&[&["status", "--at", at], arguments].concat())
}

#[test]
fn a_job_is_shown_and_its_health_is_the_exit_code() {
    let board = Arc::new(Board::new(&JOB, "0", &Reporter::default(), 1));
    let listener = Listener::start("127.0.0.1:0", Arc::clone(&board)).expect("a free port");
    let at = listener.address().to_string();
    let report = board.reporter(0);
    report.pulse().enter(Phase::Restoring);
    report.pulse().to_restore(4_000);
    report.pulse().restored(1_000);
    board.post(0, || Glance { commits: 1_234, ..Glance::default() });
    let shown = status(&at, &[]).with(0);
    for part in [
        "fraud.velocity, instance 0: healthy, not ready\n",
        "  worker 0: restores state: 1000 of 4000 records (25 %)\n",
        "1,234 commits, 0 done again",
        "\nWorkers\n",
        "restoring",
        "\nNodes\n",
        "in_euro",
    ] {
        assert!(shown.out.contains(part), "{part:?} is not in\n{}", shown.out);
    }
    report.pulse().enter(Phase::Reading);
    assert!(status(&at, &[]).with(0).out.contains(": healthy and ready\n"));
    report.failed("the disk is full");
    let ill = status(&at, &[]).with(1);
    assert!(ill.out.contains("NOT HEALTHY\n  worker 0: has stopped: the disk is full\n"), "{}", ill.out);
    let json = status(&at, &["--format", "json"]).with(1);
    let read: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(read["workers"][0]["phase"], "reading");
}

#[test]
fn nobody_there_is_said_with_the_address_and_what_to_do() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let at = free.local_addr().expect("an address").to_string();
    drop(free);
    let ended = status(&at, &[]).with(4);
    assert!(ended.err.contains(&format!("no job answers at {at}")), "{}", ended.err);
    assert!(ended.err.contains(&format!("riparian run --listen {at}")), "{}", ended.err);
    assert_eq!(ended.out, "");
    status("nonsense", &[]).with(4);
}

#[test]
fn somebody_else_at_the_address_is_told_apart() {
    let other = TcpListener::bind("127.0.0.1:0").expect("a port");
    let at = other.local_addr().expect("an address").to_string();
    let answers = std::thread::spawn(move || {
        for answer in ["HTTP/1.1 200 OK\r\n\r\n<html>", "HTTP/1.1 404 Not Found\r\n\r\n", "SSH-2.0\r\n"] {
            let (mut stream, _) = other.accept().expect("a client");
            let mut request = [0; 1024];
            let _ = stream.read(&mut request).expect("a request");
            stream.write_all(answer.as_bytes()).expect("it is taken");
        }
    });
    assert!(status(&at, &[]).with(4).err.contains("is no job of riparian"));
    assert!(status(&at, &[]).with(4).err.contains("it answers `HTTP/1.1 404 Not Found`"));
    assert!(status(&at, &[]).with(4).err.contains("does not speak HTTP"));
    answers.join().expect("three clients came");
}
