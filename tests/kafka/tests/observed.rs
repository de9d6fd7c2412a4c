//! A job on a real broker as it is seen from outside: while it restores, while the broker is away, and at its end.

use riparian_kafka_tests::Cluster;
use riparian_kafka_tests::ledger::{Judge, OBSERVED, Process, TOPIC, Transfers, make_topics};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

const SEED: u64 = 5;
const MINUTE: Duration = Duration::from_secs(60);

fn ledger() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ledger"))
}

fn count(job: &Process, event: &str) -> usize {
    job.events().iter().filter(|said| said["event"] == event).count()
}

fn until(job: &Process, what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < MINUTE, "waited in vain until {what}:\n{}", job.output());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn sum(metrics: &str, name: &str) -> f64 {
    let of = metrics.lines().filter(|line| line.starts_with(&format!("{name}{{")));
    of.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum()
}

#[test]
fn restore_absence_of_the_broker_and_the_end_are_told_once_each() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, 2).unwrap();
    client.produce(TOPIC, Transfers::new(SEED).take(3_000).map(|transfer| transfer.record())).unwrap();
    let start = || Process::start(ledger(), &cluster, folder.path(), "a", &OBSERVED).unwrap();

    let mut job = start();
    assert!(Judge::new(cluster.client(), SEED, 3_000).await_postings(MINUTE).unwrap(), "{}", job.output());
    until(&job, "it is ready", || job.get("/ready").is_some_and(|(code, _)| code == 200));
    until(&job, "nothing waits", || {
        let metrics = job.get("/metrics").unwrap_or_default().1;
        sum(&metrics, "riparian_commits_total") > 0.0 && sum(&metrics, "riparian_lag_records") == 0.0
    });
    assert!(sum(&job.get("/metrics").unwrap().1, "riparian_assigned_tasks") > 0.0);
    job.kill().unwrap();

    // On an empty disk: everything comes from the changelog, and that is told.
    std::fs::remove_dir_all(folder.path().join("a")).unwrap();
    let before = job.events().len();
    let mut job = start();
    until(&job, "it is ready again", || {
        job.events().len() > before && job.get("/ready").is_some_and(|(code, _)| code == 200)
    });
    let said = job.events().split_off(before);
    let restored = |event: &str| said.iter().filter(|said| said["event"] == event).count();
    assert!(restored("restore_start") > 0, "{said:?}");
    assert_eq!(restored("restore_start"), restored("restore_end"), "{said:?}");
    let metrics = job.get("/metrics").unwrap().1;
    assert!(sum(&metrics, "riparian_restore_records") > 0.0, "{metrics}");
    assert_eq!(sum(&metrics, "riparian_restore_records"), sum(&metrics, "riparian_restored_records"));

    // A broker that is away is said once, and once that it is back.
    cluster.kill(1).unwrap();
    until(&job, "it is said that the broker is away", || count(&job, "broker_away") > 0);
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(count(&job, "broker_away"), 1, "{}", job.output());
    assert!(sum(&job.get("/metrics").unwrap().1, "riparian_broker_away_seconds") > 3.0);
    cluster.restart(1).unwrap();
    client
        .produce(TOPIC, Transfers::new(SEED).take(3_500).skip(3_000).map(|transfer| transfer.record()))
        .unwrap();
    until(&job, "it is said that the broker is back", || count(&job, "broker_back") > 0);
    assert!(Judge::new(cluster.client(), SEED, 3_500).await_postings(MINUTE).unwrap(), "{}", job.output());

    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    let last: Vec<Value> = job.events().into_iter().rev().take(2).map(|said| said["event"].clone()).collect();
    assert_eq!(last, ["stopped", "stopping"], "{}", job.output());
}
