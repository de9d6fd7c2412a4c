//! The listener against clients that behave, and clients that do not.

use super::{Board, Listener};
use crate::job::{Job, Node};
use crate::report::{Phase, Reporter};
use crate::worker::Glance;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

static JOB: Job = Job {
    abi: crate::ABI,
    package: "p",
    name: "j",
    topics: &[],
    stages: &[],
    nodes: &[Node { name: "n", table: false }],
    sites: &[],
    exactly_once: true,
    vaults: &[],
};

fn start(workers: u32) -> (Arc<Board>, Listener) {
    let board = Arc::new(Board::new(&JOB, "0", &Reporter::default(), workers));
    let listener = Listener::start("127.0.0.1:0", Arc::clone(&board)).unwrap();
    (board, listener)
}

fn send(listener: &Listener, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(listener.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn get(listener: &Listener, path: &str) -> String {
    send(listener, format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())
}

#[test]
fn readiness_follows_every_worker_and_tells_how_far_a_restore_is() {
    let (board, listener) = start(2);
    let answer = get(&listener, "/ready");
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("worker 1: is starting"), "{answer}");
    board.reporter(0).pulse().enter(Phase::Reading);
    let second = board.reporter(1);
    second.pulse().enter(Phase::Restoring);
    second.pulse().to_restore(8_000);
    second.pulse().restored(2_000);
    let answer = get(&listener, "/ready");
    assert!(answer.ends_with("\r\n\r\nworker 1: restores state: 2000 of 8000 records (25 %)\n"), "{answer}");
    assert!(
        get(&listener, "/metrics").contains("\nriparian_restored_records{job=\"p.j\",worker=\"1\"} 2000\n")
    );
    second.pulse().enter(Phase::Reading);
    assert!(get(&listener, "/ready").starts_with("HTTP/1.1 200 OK\r\n"));
}

#[test]
fn a_worker_that_has_stopped_makes_the_job_unhealthy_with_its_reason() {
    let (board, listener) = start(2);
    assert!(get(&listener, "/health").starts_with("HTTP/1.1 200 OK\r\n"));
    board.reporter(1).failed("the disk is full");
    let answer = get(&listener, "/health");
    assert!(
        answer.starts_with("HTTP/1.1 503 ") && answer.contains("worker 1: has stopped: the disk is full")
    );
    let status = get(&listener, "/status");
    let body = status.split_once("\r\n\r\n").unwrap().1;
    let read: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!((&read["job"], &read["healthy"]), (&"p.j".into(), &false.into()));
    assert_eq!(read["nodes"][0]["node"], "n");
}

#[test]
fn a_histogram_is_cumulative_and_ends_with_all() {
    let (board, listener) = start(1);
    board.post(0, || {
        let mut glance = Glance { commits: 3, ..Glance::default() };
        for millis in [2, 4, 60_000] {
            glance.meter.commits.observe(Duration::from_millis(millis));
        }
        glance
    });
    let text = get(&listener, "/metrics");
    let bucket = |bound: &str, count: u32| {
        let line = format!(
            "\nriparian_commit_duration_seconds_bucket{{job=\"p.j\",worker=\"0\",le=\"{bound}\"}} {count}\n"
        );
        assert!(text.contains(&line), "{line} is not in {text}");
    };
    bucket("0.001", 0);
    bucket("0.0025", 1);
    bucket("0.005", 2);
    bucket("10", 2);
    bucket("+Inf", 3);
    assert!(text.contains("\nriparian_commit_duration_seconds_count{job=\"p.j\",worker=\"0\"} 3\n"));
}

#[test]
fn garbage_gets_an_answer_and_the_next_client_its_own() {
    let (_board, listener) = start(1);
    assert!(send(&listener, b"\x00\xff\x00\xff\n\n").starts_with("HTTP/1.1 400 "));
    assert!(send(&listener, b"DELETE /health HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    assert!(send(&listener, &vec![b'x'; 9_000]).starts_with("HTTP/1.1 431 "));
    assert!(get(&listener, "/etc/passwd").starts_with("HTTP/1.1 404 "));
    let head = send(&listener, b"HEAD /health HTTP/1.1\r\n\r\n");
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(get(&listener, "/health").starts_with("HTTP/1.1 200 "));
}

#[test]
fn a_slow_client_holds_nobody_up_and_is_sent_away() {
    let (_board, listener) = start(1);
    let mut slow = TcpStream::connect(listener.address()).unwrap();
    slow.write_all(b"GET /hea").unwrap();
    let before = Instant::now();
    assert!(get(&listener, "/health").starts_with("HTTP/1.1 200 "));
    assert!(before.elapsed() < Duration::from_millis(1500), "it waited for the other one");
    let mut answer = String::new();
    slow.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[test]
fn an_address_that_cannot_be_had_is_named_with_a_help() {
    let (board, listener) = start(1);
    let taken = listener.address().to_string();
    let message = Listener::start(&taken, Arc::clone(&board)).unwrap_err().to_string();
    assert!(
        message.contains(&format!("cannot listen on `{taken}`")) && message.contains("help: "),
        "{message}"
    );
    assert!(Listener::start("nonsense", board).unwrap_err().to_string().contains("`nonsense`"));
}
