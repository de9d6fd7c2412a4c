//! Two processes of one name: nodes that stay tell one of them, and it ends; what the job writes is the same (spec: kafka.tasks).

use super::{MINUTE, start};
use riparian_kafka_tests::Cluster;
use riparian_kafka_tests::ledger::{Judge, TOPIC, Transfers, make_topics};
use std::time::{Duration, Instant};

const SEED: u64 = 23;
const TRANSFERS: usize = 3_000;

#[test]
fn one_of_two_of_a_name_ends() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let (ours, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    make_topics(&client, 2).unwrap();
    let feed = |from: usize, to: usize| {
        client.produce(TOPIC, Transfers::new(SEED).take(to).skip(from).map(|t| t.record())).unwrap();
    };
    let run = |folder: &tempfile::TempDir| {
        start("ledger", cluster.bootstrap(), folder.path(), &[]).process().unwrap()
    };
    feed(0, TRANSFERS / 3);
    let mut first = run(&ours);
    assert!(
        Judge::new(cluster.client(), SEED, TRANSFERS / 3).await_postings(MINUTE).unwrap(),
        "{}",
        first.output()
    );
    feed(TRANSFERS / 3, 2 * TRANSFERS / 3);
    let mut second = run(&theirs);
    let until = Instant::now() + MINUTE;
    while first.runs() && second.runs() {
        assert!(Instant::now() < until, "both go on:\n{}\n{}", first.output(), second.output());
        std::thread::sleep(Duration::from_millis(50));
    }
    let (mut stays, mut ends) = if first.runs() { (first, second) } else { (second, first) };
    let said = ends.output();
    assert!(!ends.wait(MINUTE).unwrap().success(), "{said}");
    assert!(
        said.contains("another process is the member `bank.ledger-a-0` of the group `bank.ledger`"),
        "{said}"
    );
    assert!(said.contains("give each instance its own name"), "{said}");
    feed(2 * TRANSFERS / 3, TRANSFERS);
    let judge = Judge::new(cluster.client(), SEED, TRANSFERS);
    assert!(judge.await_postings(MINUTE).unwrap(), "{}", stays.output());
    assert!(stays.stop(MINUTE).unwrap().success(), "{}", stays.output());
    let verdict = judge.judge().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}\n{}", stays.output());
}
