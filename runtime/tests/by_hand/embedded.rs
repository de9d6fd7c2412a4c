//! The same jobs on the embedded log: what a process that stops and starts finds, and what it refuses.

use crate::velocity::{BURST, DISORDER, JOB, RATE, SECOND, TRANSFER, UNUSABLE, VELOCITY, rate, transfer};
use crate::world::{options, run, table};
use riparian::embedded::{self, Durability, EmbeddedLog};
use riparian::log::{Batch, Log};
use riparian::prelude::*;
use riparian::record::Chunk;
use riparian::testing::{Kept, MemoryLog};
use riparian::worker::{Ended, Worker};
use std::collections::BTreeMap;
use std::path::Path;

const PARTITIONS: u32 = 2;

fn open(directory: &Path, job: &'static Job) -> EmbeddedLog {
    let options = embedded::Options {
        partitions: PARTITIONS,
        durability: Durability::Process,
        ..embedded::Options::default()
    };
    EmbeddedLog::open_with(directory, job, options, Box::new(std::io::empty()), Box::new(std::io::sink()))
        .unwrap()
}

/// Transfers of five senders, a little out of order, some of them in a currency without a rate.
fn inputs() -> Vec<(u16, String)> {
    let mut all = vec![(RATE, rate(0, 2, 0)), (RATE, rate(1, 3, 500 * SECOND))];
    for n in 0..400i64 {
        let at = 1000 * SECOND + n * 3 * SECOND - n * 7919 % DISORDER;
        all.push((TRANSFER, transfer(n % 5, n % 11, n % 13 / 6, at)));
    }
    all
}

fn fill(log: &mut EmbeddedLog) {
    let mut chunks: BTreeMap<Partition, Chunk> = BTreeMap::new();
    for (n, (topic, text)) in inputs().into_iter().enumerate() {
        let to = Partition { topic, number: n as u32 % PARTITIONS };
        chunks.entry(to).or_default().push(Kind::Data, 7, None, Some(text.as_bytes()));
    }
    log.append(&chunks).unwrap();
}

fn all(log: &mut EmbeddedLog, topic: u16) -> Vec<Kept> {
    let mut kept = Vec::new();
    for number in 0..log.partitions(topic) {
        let partition = Partition { topic, number };
        let mut batch = Batch { next: log.start(partition).unwrap(), ..Batch::default() };
        loop {
            let next = batch.next;
            log.fetch(TaskId { stage: 0, partition: 0 }, partition, next, 1 << 20, &mut batch).unwrap();
            if batch.is_empty() {
                break;
            }
            kept.extend((0..batch.len()).map(|index| Kept::of(&batch.record(index))));
        }
    }
    kept
}

#[test]
fn a_job_that_is_stopped_and_started_writes_what_one_in_a_single_go_in_memory_writes() {
    let directory = tempfile::tempdir().unwrap();
    fill(&mut open(directory.path(), &JOB));
    let mut starts = 0;
    let summary = loop {
        let mut worker = Worker::start(&JOB, open(directory.path(), &JOB), options(7)).unwrap();
        starts += 1;
        let mut rounds = 0;
        let ended = worker.run(&mut |worker| {
            rounds += 1;
            if rounds == 5 + starts {
                worker.stop();
            }
        });
        if ended.unwrap() == Ended::Finished {
            break worker.summary();
        }
    };
    assert!(starts > 3, "{starts} starts");
    assert!(summary.balances());

    let mut memory = MemoryLog::new(&JOB, PARTITIONS);
    for (n, (topic, text)) in inputs().into_iter().enumerate() {
        memory.feed_to(Partition { topic, number: n as u32 % PARTITIONS }, 7, None, Some(text.as_bytes()));
    }
    let (memory, expected) = run(&JOB, memory, options(7));
    assert_eq!(summary.nodes, expected.nodes);
    let mut log = open(directory.path(), &JOB);
    let mut written = MemoryLog::new(&JOB, 1);
    for topic in [VELOCITY, BURST, UNUSABLE] {
        for record in all(&mut log, topic) {
            written.feed(topic, record.time, record.key.as_deref(), record.value.as_deref());
        }
    }
    assert_eq!(table(&written, VELOCITY), table(&memory, VELOCITY));
    assert_eq!(table(&written, BURST), table(&memory, BURST));
    assert_eq!(written.topic(UNUSABLE).len(), memory.topic(UNUSABLE).len());
}

#[test]
fn state_of_another_layout_is_refused_with_both() {
    static OTHER: Job = Job {
        stages: &[
            StageSpec {
                make: || Box::new(crate::velocity::InEuroStage::with_history(60 * SECOND)),
                ..crate::velocity::IN_EURO_STAGE
            },
            crate::velocity::BY_SENDER_STAGE,
        ],
        ..crate::velocity::VELOCITY_JOB
    };
    let directory = tempfile::tempdir().unwrap();
    let mut log = open(directory.path(), &JOB);
    fill(&mut log);
    let mut worker = Worker::start(&JOB, log, options(50)).unwrap();
    worker.drain().unwrap();
    drop(worker);
    let Err(fatal) = Worker::start(&OTHER, open(directory.path(), &OTHER), options(50)) else {
        panic!("it started")
    };
    assert!(matches!(fatal, Fatal::Layout { .. }), "{fatal}");
    let text = fatal.to_string();
    assert!(text.contains("history 1h, key i64") && text.contains("history 1m, key i64"), "{text}");
}
