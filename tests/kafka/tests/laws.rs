//! The two laws on a real broker (spec: state.law-r, balance.law-p): the same choices write the same bytes on either kind of log, and neither
//! partitions nor processes show in the final rows.

use riparian_kafka_tests::again::{Again, compare};
use riparian_kafka_tests::ledger::{Judge, Process, TOPIC, Transfers, make_topics};
use riparian_kafka_tests::{Cluster, Random};
use std::path::Path;
use std::time::{Duration, Instant};

const SEED: u64 = 5;
const MINUTE: Duration = Duration::from_secs(60);
/// Also what internal topics have where nothing else says how many.
const PARTITIONS: i32 = 4;

#[test]
fn the_same_choices_write_the_same_bytes_on_kafka_and_on_the_embedded_log() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, PARTITIONS).unwrap();
    // Fed, killed and stopped in between, so that what is chosen depends on when things come.
    let mut random = Random::new(SEED);
    let start = || Process::start(ledger(), &cluster, folder.path(), "a", &["--keep-everything"]).unwrap();
    for round in 1..4usize {
        let transfers = Transfers::new(SEED).take(3_000 * round).skip(3_000 * (round - 1));
        let mut job = start();
        client.produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
        for _ in 0..4 {
            std::thread::sleep(random.millis(150, 900));
            job.kill().unwrap();
            job = start();
        }
        let judge = Judge::new(cluster.client(), SEED, 3_000 * round);
        assert!(judge.await_postings(MINUTE).unwrap(), "{}", job.output());
        assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    }

    let again = folder.path().join("again");
    let inputs = &[(TOPIC, "transfers")];
    let job = Again { binary: ledger(), job: "ledger", inputs, partitions: PARTITIONS };
    job.run(&client, folder.path(), Some(&folder.path().join("a")), &again).unwrap();
    let outputs =
        [("bank.postings.v1", "postings"), ("bank.balances.v1", "balances"), ("bank.minutes.v1", "minutes")];
    let compared = compare(&client, &again, &outputs).unwrap();
    assert!(compared > 36_000, "only {compared} records were compared");
}

fn ledger() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ledger"))
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
