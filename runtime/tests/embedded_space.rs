//! The embedded log's use of disk and memory over a long run.

mod support;

use riparian::embedded::{EmbeddedLog, Options, Reader};
use riparian::log::{Batch, Log};
use riparian::stage::TaskId;
use support::*;

fn disk(directory: &std::path::Path) -> u64 {
    segments(directory).iter().map(|(_, length)| length).sum()
}

/// Commits records to the internal topic, consumes them, and keeps a counter in the store.
fn long_run(log: &mut EmbeddedLog, commits: i64, output: &[u8]) {
    let payload = [b'x'; 500];
    for number in 1..=commits {
        let mut commit = Commit::default()
            .output(MIDDLE, 0, &[(b"key", &payload), (b"key", &payload)])
            .change(TASK, &[(b"count", Some(&number.to_le_bytes())), (b"pad", Some(&payload))])
            .position(TASK, MIDDLE, 0, number * 2)
            .clock(TASK, &number.to_le_bytes());
        if !output.is_empty() {
            commit = commit.output(OUT, 0, &[(b"key", output)]);
        }
        commit.apply(log);
        if log.wants_snapshot(TASK, 0) {
            log.snapshot(TASK, 0, STORE, LAYOUT, &mut |put| {
                put(b"count", &number.to_le_bytes());
                put(b"pad", &payload);
            })
            .unwrap();
        }
    }
}

#[test]
fn what_is_consumed_and_covered_takes_no_disk() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(128 << 10)).unwrap();
    long_run(&mut log, 8_000, b"");
    // 13 MB were written; the changelog may grow to 1 MB before a snapshot, and rests beside it in rewritten segments.
    assert!(disk(directory.path()) < 3 << 20, "{} bytes", disk(directory.path()));
    drop(log);
    let mut log = open_with(directory.path(), small(128 << 10)).unwrap();
    assert_eq!(restore(&mut log).unwrap()[&b"count"[..]], 8_000i64.to_le_bytes());
    assert_eq!(log.recover().unwrap().positions[&(TASK, at(MIDDLE, 0))], 16_000);
    assert_eq!(log.end(at(MIDDLE, 0)).unwrap(), 16_000);
}

#[test]
fn outputs_are_kept_in_full_and_little_else() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(128 << 10)).unwrap();
    let mut reader = Reader::open_read_only(directory.path()).unwrap();
    long_run(&mut log, 4_000, b"result");
    assert!(disk(directory.path()) < 3 << 20, "{} bytes", disk(directory.path()));
    assert_eq!(values(&mut log, OUT, 0, 0).len(), 4_000);
    // A reader that slept through the rewriting finds them too.
    let mut batch = Batch::default();
    reader.refresh().unwrap();
    let mut position = reader.start("out", 0).unwrap();
    while position < reader.end("out", 0).unwrap() {
        reader.fetch("out", 0, position, 4_000, &mut batch).unwrap();
        assert!((0..batch.len()).all(|i| batch.record(i).value == Some(&b"result"[..])));
        position = batch.next;
    }
    assert_eq!(position, 4_000);
}

#[test]
fn a_limit_lets_the_oldest_outputs_go() {
    let directory = tempfile::tempdir().unwrap();
    let options = Options { retain_bytes: Some(1 << 20), ..small(128 << 10) };
    let mut log = open_with(directory.path(), options).unwrap();
    for _ in 0..4_000 {
        Commit::default().output(OUT, 0, &[(b"key", &[b'x'; 1000])]).apply(&mut log);
    }
    assert!(disk(directory.path()) < (1 << 20) + (300 << 10), "{} bytes", disk(directory.path()));
    let start = log.start(at(OUT, 0)).unwrap();
    assert!(start > 2_000);
    assert_eq!(values(&mut log, OUT, 0, 0).len() as i64, 4_000 - start);
}

#[test]
fn what_a_slow_reader_needs_stays() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(64 << 10)).unwrap();
    for number in 0..1_000i64 {
        // Two tasks read the topic's partitions; the second one's is never committed.
        Commit::default()
            .output(MIDDLE, 0, &[(b"key", &[b'x'; 300])])
            .output(MIDDLE, 1, &[(b"key", format!("{number}").as_bytes())])
            .position(TaskId { stage: 1, partition: 0 }, MIDDLE, 0, number + 1)
            .apply(&mut log);
    }
    assert!(log.start(at(MIDDLE, 0)).unwrap() > 500);
    let expected: Vec<String> = (0..1_000).map(|n| n.to_string()).collect();
    assert_eq!(values(&mut log, MIDDLE, 1, 0), expected);
}

#[test]
fn a_reader_sees_what_a_running_job_commits() {
    let directory = tempfile::tempdir().unwrap();
    assert!(Reader::open_read_only(directory.path()).is_err());
    let mut log = open_with(directory.path(), small(8 << 10)).unwrap();
    let mut reader = Reader::open_read_only(directory.path()).unwrap();
    let mut seen = 0;
    for number in 1..=200i64 {
        let mut commit = Commit::default()
            .output(OUT, 2, &[(b"key", &number.to_le_bytes())])
            .change(TASK, &[(b"n", Some(&number.to_le_bytes()))])
            .position(TASK, MIDDLE, 0, number)
            .clock(TASK, &number.to_le_bytes());
        commit.choices = number.to_le_bytes().to_vec();
        commit.apply(&mut log);
        if number % 7 == 0 {
            reader.refresh().unwrap();
            assert_eq!(reader.end("out", 2).unwrap(), number);
            let mut batch = Batch::default();
            while seen < number {
                reader.fetch("out", 2, seen, 100, &mut batch).unwrap();
                assert_eq!(batch.record(0).value, Some(&(seen + 1).to_le_bytes()[..]));
                seen = batch.next;
            }
            let positions = reader.positions();
            assert_eq!((positions[0].position, positions[0].task.stage.as_str()), (number, "second"));
            assert_eq!(reader.clocks()[0].1, number.to_le_bytes());
            let stores = reader.stores().unwrap();
            assert_eq!((stores[0].name.as_str(), stores[0].layout.as_str()), (STORE, LAYOUT));
            assert_eq!(reader.entries(&stores[0], 0).unwrap()[&b"n"[..]], number.to_le_bytes());
        }
    }
    assert_eq!(reader.job(), ("test", "job"));
    let choices: Vec<Vec<u8>> = reader.choices().unwrap().into_iter().map(|c| c.bytes).collect();
    assert_eq!(choices.len(), 196);
    assert_eq!(choices[195], 196i64.to_le_bytes());
    let message = reader.end("nowhere", 0).unwrap_err().to_string();
    assert!(message.contains("no topic `nowhere`") && message.contains("`out`"), "{message}");
}
