//! The velocity example as it is seen from outside: over HTTP, on standard error, and when it is asked to end.

use riparian_tests::crash::{Ended, Example, TOPIC, TOPIC_ON_THE_LOG, signal, wait};
use riparian_tests::root;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Built once for all tests of this file.
static EXAMPLE: LazyLock<Result<Example, String>> = LazyLock::new(|| Example::build(&root(), false));

/// A value of a labelled column, which nobody may see from outside.
const SENDER: u32 = 70_707_071;
/// The same in a record that cannot be used.
const BROKEN: &str = "SECRET-70707072";

/// The job on standard input, which the test holds open, and the port it listens on.
fn start(directory: &Path, arguments: &[&str]) -> (Child, BufReader<std::process::ChildStderr>, u16) {
    let mut command = EXAMPLE.as_ref().unwrap().command(directory);
    command.arg("--from").arg(format!("{TOPIC}=-")).args(["--listen", "127.0.0.1:0"]).args(arguments);
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let port = line.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("no address in {line:?}"));
    let port = port.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap();
    (child, said, port)
}

fn get(port: u16, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: job\r\n\r\n").as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

/// The sum over all series of a metric whose labels have these parts.
fn sum(metrics: &str, name: &str, parts: &[&str]) -> f64 {
    let of = metrics.lines().filter(|line| line.starts_with(&format!("{name}{{")));
    let of = of.filter(|line| parts.iter().all(|part| line.contains(part)));
    of.map(|line| line.rsplit(' ').next().unwrap().parse::<f64>().unwrap()).sum()
}

fn transfers(count: u32) -> String {
    let line = |n: u32| {
        format!(
            r#"{{"id":"t{n}","sender":{SENDER},"amount":"1.00","currency":"EUR","channel":null,"completed":"2026-03-02T10:{:02}:{:02}Z"}}"#,
            n / 60,
            n % 60
        ) + "\n"
    };
    (0..count).map(line).collect::<String>() + &format!("{{\"sender\":{BROKEN}}}\n")
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < Duration::from_secs(60), "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_job_tells_how_it_is_and_no_value_of_any_record() {
    let directory = tempfile::tempdir().unwrap();
    let (mut child, mut said, port) = start(directory.path(), &[]);
    until("it is ready", || get(port, "/ready").0 == 200);
    child.stdin.as_mut().unwrap().write_all(transfers(100).as_bytes()).unwrap();
    let topic = format!("topic=\"{TOPIC_ON_THE_LOG}\"");
    let read = |outcome: &str| {
        let parts = [topic.as_str(), &format!("outcome=\"{outcome}\"")];
        sum(&get(port, "/metrics").1, "riparian_input_records_total", &parts)
    };
    until("all records are read", || (read("used"), read("dead")) == (100.0, 1.0));
    until("a commit is counted", || sum(&get(port, "/metrics").1, "riparian_commits_total", &[]) > 0.0);
    let metrics = get(port, "/metrics").1;
    assert_eq!(sum(&metrics, "riparian_lag_records", &[&topic]), 0.0);
    assert_eq!(sum(&metrics, "riparian_lag_seconds", &[&topic]), 0.0);
    assert_eq!(sum(&metrics, "riparian_refused_records_total", &["node=\""]), 1.0);
    assert!(sum(&metrics, "riparian_state_rows", &["store=\""]) > 0.0);
    assert!(sum(&metrics, "riparian_input_bytes_total", &[&topic]) > 1_000.0);
    let commits = sum(&metrics, "riparian_commits_total", &[]);
    assert_eq!(sum(&metrics, "riparian_commit_duration_seconds_count", &[]), commits);
    assert_eq!(get(port, "/health"), (200, "healthy\n".to_owned()));
    let status = get(port, "/status").1;
    let read: Value = serde_json::from_str(&status).unwrap();
    assert_eq!((&read["healthy"], &read["ready"]), (&true.into(), &true.into()));
    let inputs = read["inputs"].as_array().unwrap();
    let input = inputs.iter().find(|input| input["topic"] == TOPIC_ON_THE_LOG).unwrap();
    assert_eq!((&input["records"], &input["dead"]), (&101.into(), &1.into()));
    for seen in [&metrics, &status] {
        assert!(!seen.contains(&SENDER.to_string()) && !seen.contains(BROKEN), "{seen}");
    }
    signal(&child, "TERM").unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("Stopped: what was open is committed"), "{rest}");
    assert_eq!(wait(child).unwrap(), Ended::Done(String::new()));
}

#[test]
fn events_are_objects_where_a_program_reads_them() {
    let directory = tempfile::tempdir().unwrap();
    let (mut child, said, port) = start(directory.path(), &["--log", "json"]);
    child.stdin.as_mut().unwrap().write_all(transfers(10).as_bytes()).unwrap();
    until("it is ready", || get(port, "/ready").0 == 200);
    signal(&child, "TERM").unwrap();
    let events: Vec<Value> =
        said.lines().map(|line| serde_json::from_str(&line.unwrap()).expect("one object per line")).collect();
    let names: Vec<&str> = events.iter().map(|event| event["event"].as_str().unwrap()).collect();
    assert_eq!(names, ["stopping", "stopped"]);
    assert!(events.iter().all(|event| event["job"] == "fraud.velocity.velocity_by_sender"), "{events:?}");
    assert_eq!(wait(child).unwrap(), Ended::Done(String::new()));
}

/// Nobody reads what the job writes: it cannot end in order, and ends all the same.
#[test]
fn a_job_that_is_stuck_ends_at_its_deadline() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = EXAMPLE.as_ref().unwrap().command(directory.path());
    command.arg("--from").arg(format!("{TOPIC}=-")).args(["--to", "unusable=-", "--stop-within", "1"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writes = std::thread::spawn(move || {
        for _ in 0..20_000 {
            if input.write_all(b"no transfer\n").is_err() {
                break;
            }
        }
        input
    });
    std::thread::sleep(Duration::from_secs(5));
    let asked = Instant::now();
    signal(&child, "TERM").unwrap();
    let ended = wait(child).unwrap();
    let Ended::Failed(Some(4), said) = &ended else { panic!("{ended:?}") };
    assert!(said.contains("not stopped within 1 s: ended anyway"), "{said}");
    assert!((Duration::from_secs(1)..Duration::from_secs(8)).contains(&asked.elapsed()));
    drop(writes.join());
}
