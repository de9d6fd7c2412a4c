//! Topics that are deleted under a running job: it ends within seconds, naming the topic and what to do; nothing else is lost
//! (spec: kafka.deleted).

use super::{MINUTE, start, until};
use riparian_kafka_tests::ledger::{Judge, Process, TOPIC, Transfers, make_topics};
use riparian_kafka_tests::{Client, Cluster, Isolation};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

const SEED: u64 = 11;
const OUTPUT: &str = "bank.postings.v1";
const BALANCES: &str = "bank.balances.v1";
const INTERNAL: &str = "bank.ledger.legs.by.account.repartition";
const CHANGELOG: &str = "bank.ledger.balances_by_account.changelog";
/// What "within seconds" is on a machine that does other things, too.
const SOON: Duration = Duration::from_secs(20);

fn feed(client: &Client, from: usize, to: usize) {
    let transfers = Transfers::new(SEED).take(to).skip(from);
    client.produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
}

fn run(cluster: &Cluster, folder: &Path, arguments: &[&str]) -> Process {
    // Who has ended may start over as soon as its session is over.
    let arguments = [&["--property", "session.timeout.ms=2000"], arguments].concat();
    start("ledger", cluster.bootstrap(), folder, &arguments).process().unwrap()
}

/// The job has to end by itself, and to say, after what it has said `before`, what is missing and what to do.
fn ends(mut job: Process, before: &str, topic: &str, help: &str) {
    let status = job.wait(SOON).unwrap();
    let output = job.output();
    let said = output.strip_prefix(before).unwrap_or(&output);
    assert!(!status.success(), "{said}");
    assert!(said.contains(&format!("topic `{topic}` has been deleted")), "{topic}:\n{said}");
    assert!(said.contains(help), "{help}:\n{said}");
}

/// Refused as long as who has ended counts as a member.
fn start_over(cluster: &Cluster, folder: &Path) -> Process {
    let until = Instant::now() + MINUTE;
    loop {
        let mut job = run(cluster, folder, &["--fresh"]);
        while job.runs() {
            let output = job.output();
            if output.rsplit("started on").next().is_some_and(|since| since.contains("assigned")) {
                return job;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(Instant::now() < until, "{}", job.output());
    }
}

#[test]
fn every_kind_of_topic_is_missed_at_once() {
    let cluster = Cluster::start(1).unwrap();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    make_topics(&client, 2).unwrap();

    // An output: what is written after it has been made again is what was not committed before, once.
    let job = run(&cluster, folder, &[]);
    feed(&client, 0, 500);
    assert!(Judge::new(cluster.client(), SEED, 500).await_postings(MINUTE).unwrap(), "{}", job.output());
    client.delete_topic(OUTPUT).unwrap();
    feed(&client, 500, 1_000);
    ends(job, "", OUTPUT, "make it again");
    client.create_topic(OUTPUT, 2, &[("retention.ms", "-1")]).unwrap();
    let mut job = run(&cluster, folder, &[]);
    let wanted: BTreeSet<(u64, u64)> = Transfers::new(SEED)
        .take(1_000)
        .skip(500)
        .flat_map(|t| t.legs().map(|(account, _)| (t.id, account)))
        .collect();
    let mut reader = client.reader(OUTPUT, Isolation::Committed).unwrap();
    let mut found = Vec::new();
    until(&mut job, "the rest is there", MINUTE, |_| {
        found.extend(reader.to_end().unwrap().iter().map(|record| {
            let row: serde_json::Value = serde_json::from_str(&record.value_text()).unwrap();
            (row["transfer"].as_u64().unwrap(), row["account"].as_u64().unwrap())
        }));
        found.len() >= 1_000
    });
    assert_eq!((found.len(), found.into_iter().collect::<BTreeSet<_>>() == wanted), (1_000, true));

    // What the job keeps for itself is not to be had again: neither it nor its next start goes on without it.
    for (round, topic) in [(0, INTERNAL), (1, CHANGELOG)] {
        let known = 1_000 + 300 * round;
        let before = job.output();
        client.delete_topic(topic).unwrap();
        feed(&client, known, known + 300);
        ends(job, &before, topic, "--fresh");
        let before = std::fs::read_to_string(folder.join("a.out")).unwrap();
        ends(run(&cluster, folder, &[]), &before, topic, "--fresh");
        let mut balances = client.reader(BALANCES, Isolation::Committed).unwrap();
        balances.to_end().unwrap();
        job = start_over(&cluster, folder);
        // Written together with the state that it comes from.
        until(&mut job, "there is state again", MINUTE, |_| !balances.to_end().unwrap().is_empty());
    }

    // An input, with nothing to be read.
    let before = job.output();
    client.delete_topic(TOPIC).unwrap();
    ends(job, &before, TOPIC, "make it again");
}
