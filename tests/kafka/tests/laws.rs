//! The two laws on a real broker (spec: state.law-r, balance.law-p): the same choices write the same bytes on either kind of log, and neither
//! partitions nor processes show in the final rows.

use riparian::embedded::Reader;
use riparian::log::Batch;
use riparian_kafka_tests::ledger::{Judge, Process, TOPIC, Transfers, make_topics};
use riparian_kafka_tests::{Cluster, Isolation};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const SEED: u64 = 5;
const MINUTE: Duration = Duration::from_secs(60);
/// Also what internal topics have where nothing else says how many.
const PARTITIONS: i32 = 4;

/// Time in milliseconds, key, value.
type Row = (i64, Option<Vec<u8>>, Option<Vec<u8>>);

#[test]
fn the_same_choices_write_the_same_bytes_on_kafka_and_on_the_embedded_log() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, PARTITIONS).unwrap();
    // Fed and stopped in between, so that what is chosen depends on when things come.
    for round in 1..4usize {
        let transfers = Transfers::new(SEED).take(3_000 * round).skip(3_000 * (round - 1));
        let mut job = Process::start(ledger(), &cluster, folder.path(), "a", &["--keep-everything"]).unwrap();
        client.produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
        let judge = Judge::new(cluster.client(), SEED, 3_000 * round);
        assert!(judge.await_postings(MINUTE).unwrap(), "{}", job.output());
        assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    }

    let again = folder.path().join("again");
    repeat_on_files(&client, folder.path(), &folder.path().join("a"), &again);
    let mut compared = 0;
    for (topic, name) in
        [("bank.postings.v1", "postings"), ("bank.balances.v1", "balances"), ("bank.minutes.v1", "minutes")]
    {
        for (number, written) in (0..).zip(client.read(topic, Isolation::Committed).unwrap()) {
            let written: Vec<Row> =
                written.into_iter().map(|row| (row.timestamp.unwrap_or(-1), row.key, row.value)).collect();
            let repeated = embedded(&again, name, number);
            assert_eq!(written.len(), repeated.len(), "{topic}, partition {number}");
            let at = written.iter().zip(&repeated).position(|(a, b)| a != b);
            assert_eq!(at, None, "{topic}, partition {number}");
            compared += written.len();
        }
    }
    assert!(compared > 36_000, "only {compared} records were compared");
}

fn ledger() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ledger"))
}

/// The job on the embedded log, its input the partitions of the topic as files, its choices those of the run on Kafka.
fn repeat_on_files(client: &riparian_kafka_tests::Client, folder: &Path, recorded: &Path, into: &Path) {
    let mut files = Vec::new();
    for (number, partition) in client.read(TOPIC, Isolation::Committed).unwrap().into_iter().enumerate() {
        let path = folder.join(format!("{number}.jsonl"));
        let mut text = Vec::new();
        for record in partition {
            text.extend(record.value.unwrap());
            text.push(b'\n');
        }
        std::fs::write(&path, text).unwrap();
        files.push(path.display().to_string());
    }
    let run = Command::new(ledger())
        .args(["--job", "ledger", "--keep-everything", "--from"])
        .arg(format!("transfers={}", files.join(",")))
        .arg("--dir")
        .arg(into)
        .arg("--replay")
        .arg(recorded)
        .args(["--partitions", &PARTITIONS.to_string()])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

fn embedded(directory: &Path, topic: &str, partition: u32) -> Vec<Row> {
    let mut reader = Reader::open_read_only(directory).unwrap();
    let full = reader.topics().into_iter().map(|topic| topic.name).find(|name| name.contains(topic)).unwrap();
    let (mut batch, mut rows, mut position) = (Batch::default(), Vec::new(), 0);
    loop {
        reader.fetch(&full, partition, position, 1 << 20, &mut batch).unwrap();
        if batch.is_empty() {
            return rows;
        }
        for index in 0..batch.len() {
            let record = batch.record(index);
            let owned = |bytes: Option<&[u8]>| bytes.map(<[u8]>::to_vec);
            rows.push((record.time.div_euclid(1000), owned(record.key), owned(record.value)));
        }
        position = batch.next;
    }
}

/// Law P (spec: balance.law-p): whatever the partitions and the processes, every account ends with the balance that its transfers
/// make.
#[test]
fn partitions_and_instances_do_not_show_in_the_final_rows() {
    for (partitions, instances) in [(1, 1), (2, 3), (7, 3)] {
        let cluster = Cluster::start(1).unwrap();
        let client = cluster.client();
        let folder = tempfile::tempdir().unwrap();
        make_topics(&client, partitions).unwrap();
        let names = ["a", "b", "c"];
        let mut jobs: Vec<Process> = names[..instances]
            .iter()
            .map(|name| Process::start(ledger(), &cluster, folder.path(), name, &[]).unwrap())
            .collect();
        client.produce(TOPIC, Transfers::new(SEED).take(4_000).map(|transfer| transfer.record())).unwrap();
        let judge = Judge::new(cluster.client(), SEED, 4_000);
        let there = judge.await_postings(MINUTE).unwrap();
        for job in &mut jobs {
            assert!(job.stop(MINUTE).unwrap().success() && there, "{}", job.output());
        }
        // The last of them to stop may have been the only one to take up what the others gave back.
        let mut last = Process::start(ledger(), &cluster, folder.path(), "a", &[]).unwrap();
        let until = Instant::now() + MINUTE;
        let mut verdict = judge.judge().unwrap();
        while !verdict.is_clean() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(500));
            verdict = judge.judge().unwrap();
        }
        assert!(verdict.is_clean(), "{partitions} partitions, {instances} instances: {verdict:?}");
        assert!(last.stop(MINUTE).unwrap().success(), "{}", last.output());
    }
}
