//! A disk that is full (spec: kafka.disk): local state is a copy, and what has become of it changes nothing of what is committed.

use super::{MINUTE, start, until};
use riparian_kafka_tests::Cluster;
use riparian_kafka_tests::ledger::{Judge, Start, TOPIC, Transfers, make_topics};
use std::time::{Duration, Instant};

const SEED: u64 = 13;
/// So much of local state has room: some commits of the job, and not all.
const ROOM: u64 = 192 << 10;
/// Written in so many portions, each in a commit of its own.
const PORTIONS: usize = 10;
const PORTION: usize = 400;

#[test]
fn a_full_disk_ends_the_job_and_with_room_again_it_goes_on() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, 2).unwrap();
    let room = start("ledger", cluster.bootstrap(), folder.path(), &[]);
    let mut job = Start { file_limit: Some(ROOM), ..room }.process().unwrap();
    let mut fed = 0;
    while fed < PORTIONS && job.runs() {
        let transfers = Transfers::new(SEED).take(PORTION * (fed + 1)).skip(PORTION * fed);
        client.produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
        fed += 1;
        let judge = Judge::new(cluster.client(), SEED, PORTION * fed);
        let begin = Instant::now();
        while job.runs() && !judge.await_postings(Duration::from_secs(1)).unwrap() {
            assert!(begin.elapsed() < MINUTE, "{}", job.output());
        }
    }
    assert!(!job.wait(MINUTE).unwrap().success(), "{}", job.output());
    let output = job.output();
    assert!(output.contains("File too large") && output.contains("help: make room there"), "{output}");
    assert!((2..PORTIONS).contains(&fed), "the disk was full after {fed} portions:\n{output}");

    let all = PORTION * (fed + 2);
    client.produce(TOPIC, Transfers::new(SEED).take(all).skip(PORTION * fed).map(|t| t.record())).unwrap();
    let mut job = room.process().unwrap();
    let judge = Judge::new(cluster.client(), SEED, all);
    assert!(judge.await_postings(MINUTE).unwrap(), "{}", job.output());
    until(&mut job, "the balances are there", MINUTE, |_| judge.judge().unwrap().is_clean());
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    let verdict = judge.judge().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}\n{}", job.output());
}
