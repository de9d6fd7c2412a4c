//! A job of `.stream` text on a real broker: everything once, whatever is killed.

use riparian_kafka_tests::ledger::{Judge, Process, TOPIC, Transfers, make_topics};
use riparian_kafka_tests::{Client, Cluster, Options};
use std::path::Path;
use std::time::{Duration, Instant};

const SEED: u64 = 1;
const MINUTE: Duration = Duration::from_secs(40);

fn ledger() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ledger"))
}

fn feed(client: &Client, from: usize, to: usize) {
    let transfers = Transfers::new(SEED).take(to).skip(from);
    client.produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
}

/// Stopped, killed, started on an empty disk: the outputs are those of a run that nothing ever happened to.
#[test]
fn everything_is_written_once_through_kills_and_lost_disks() {
    through_kills(&Cluster::start(1).unwrap(), 4, &[]);
}

/// The newer protocol knows no names of members: who was killed keeps his tasks until his session is over.
#[test]
fn so_it_is_where_the_broker_assigns_the_tasks() {
    let cluster = Options::nodes(1)
        .setting("group.consumer.min.session.timeout.ms", 2_000)
        .setting("group.consumer.session.timeout.ms", 2_000)
        .setting("group.consumer.min.heartbeat.interval.ms", 200)
        .setting("group.consumer.heartbeat.interval.ms", 200);
    through_kills(&cluster.start().unwrap(), 2, &["--property", "group.protocol=consumer"]);
}

fn through_kills(cluster: &Cluster, kills: usize, more: &[&str]) {
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, 4).unwrap();
    let start = |arguments: &[&str]| {
        Process::start(ledger(), cluster, folder.path(), "a", &[arguments, more].concat()).unwrap()
    };

    feed(&client, 0, 2_000);
    let mut job = start(&[]);
    assert!(Judge::new(cluster.client(), SEED, 2_000).await_postings(MINUTE).unwrap(), "{}", job.output());
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());

    for round in 1..=kills {
        let mut job = start(&["--workers", if round % 2 == 0 { "2" } else { "1" }]);
        feed(&client, 2_000 * round, 2_000 * (round + 1));
        std::thread::sleep(Duration::from_millis(300 * round as u64));
        job.kill().unwrap();
        if round == kills - 1 {
            std::fs::remove_dir_all(folder.path().join("a")).unwrap();
        }
    }
    let transfers = 2_000 * (kills + 1);
    let mut job = start(&[]);
    let judge = Judge::new(client, SEED, transfers);
    let there = judge.await_postings(MINUTE).unwrap();
    std::thread::sleep(Duration::from_secs(2));
    assert!(job.stop(MINUTE).unwrap().success() && there, "{}", job.output());
    let verdict = judge.judge().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}\n{}", job.output());
}

/// `--fresh` deletes what is the job's own, and only while nobody runs it; what has been read of internal topics goes all the
/// time.
#[test]
fn a_job_starts_over_when_nobody_runs_it() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, 2).unwrap();
    feed(&client, 0, 500);
    let mut first = Process::start(ledger(), &cluster, folder.path(), "a", &[]).unwrap();
    assert!(Judge::new(cluster.client(), SEED, 500).await_postings(MINUTE).unwrap(), "{}", first.output());
    // Ten records a commit: more commits than from one trimming to the next.
    for n in 0..120 {
        feed(&client, 500 + 10 * n, 510 + 10 * n);
        std::thread::sleep(Duration::from_millis(110));
    }
    let internal = "bank.ledger.legs.by.account.repartition";
    let until = Instant::now() + MINUTE;
    while client.offsets(internal).unwrap().iter().all(|kept| kept.start == 0) {
        assert!(Instant::now() < until, "nothing of the internal topic is deleted");
        std::thread::sleep(Duration::from_millis(200));
    }

    let mut other = Process::start(ledger(), &cluster, folder.path(), "b", &["--fresh"]).unwrap();
    assert!(!other.wait(MINUTE).unwrap().success());
    assert!(other.output().contains("its group bank.ledger has members"), "{}", other.output());

    assert!(first.stop(MINUTE).unwrap().success(), "{}", first.output());
    // The session of a member that has stopped goes on for a while, so that it can come back.
    let mut again;
    loop {
        again = Process::start(ledger(), &cluster, folder.path(), "a", &["--fresh"]).unwrap();
        std::thread::sleep(Duration::from_secs(3));
        if again.runs() {
            break;
        }
        assert!(Instant::now() < until + MINUTE, "{}", again.output());
    }
    // Everything is read and written once more.
    let judge = Judge::new(cluster.client(), SEED, 3_400);
    assert!(judge.await_postings(MINUTE).unwrap(), "{}", again.output());
    assert!(again.stop(MINUTE).unwrap().success(), "{}", again.output());
    assert_eq!(Judge::new(cluster.client(), SEED, 1_700).judge().unwrap().sum, 0);
}

/// Local state is a copy: one that cannot be read is made anew, and never trusted.
#[test]
fn corrupt_local_state_is_read_from_the_changelogs_again() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    make_topics(&client, 2).unwrap();
    let mut job = Process::start(ledger(), &cluster, folder.path(), "a", &[]).unwrap();
    // In four commits or more, of about the same size.
    for round in 1..=4usize {
        feed(&client, 400 * (round - 1), 400 * round);
        let judge = Judge::new(cluster.client(), SEED, 400 * round);
        assert!(judge.await_postings(MINUTE).unwrap(), "{}", job.output());
    }
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());

    // In the first of them: what is broken at the end would be what a crash leaves behind, which is cut off.
    let journal = folder.path().join("a/journal/00000001.seg");
    let mut bytes = std::fs::read(&journal).unwrap();
    let early = bytes.len() / 8;
    bytes[early..early + 64].iter_mut().for_each(|byte| *byte ^= 0x55);
    std::fs::write(&journal, bytes).unwrap();

    feed(&client, 1_600, 3_000);
    let mut job = Process::start(ledger(), &cluster, folder.path(), "a", &[]).unwrap();
    let judge = Judge::new(cluster.client(), SEED, 3_000);
    let there = judge.await_postings(MINUTE).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    assert!(job.stop(MINUTE).unwrap().success() && there, "{}", job.output());
    assert!(job.output().contains("corrupt"), "{}", job.output());
    let verdict = judge.judge().unwrap();
    assert!(verdict.is_clean(), "{verdict:?}\n{}", job.output());
}
