//! Rights: a job that lacks one says which, to what, and how to give it; one that has all of them runs.

use super::{Ledger, MINUTE, cluster, login, secured};
use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, NewTopic};
use riparian::kafka::KafkaClient;
use riparian_kafka_tests::client::rights::{On, Operation, allow, deny};

type Right = (On<'static>, Operation);

/// What the ledger needs: the table of the spec.
const ALL: [Right; 8] = [
    (On::Topic("bank.transfers.v1"), Operation::Read),
    (On::Topic("bank.postings.v1"), Operation::Write),
    (On::Topic("bank.balances.v1"), Operation::Write),
    (On::Topic("bank.minutes.v1"), Operation::Write),
    (On::Topic("bank.dead_letters.v1"), Operation::Write),
    (On::Topics("bank.ledger."), Operation::All),
    (On::Group("bank.ledger"), Operation::Read),
    (On::TransactionalIds("bank.ledger-"), Operation::Write),
];

fn give(user: &str, rights: &[Right]) {
    allow(cluster().bootstrap(), user, rights).unwrap();
}

/// Everything that the ledger needs.
pub fn give_all(user: &str) {
    give(user, &ALL);
}

fn as_user(user: &str) -> Vec<String> {
    login("sasl_plaintext", "PLAIN", user, &format!("{user}-secret"))
}

/// What the ledger says as a user of its own who has all rights but that to `resource`, and `others` instead.
fn without(user: &str, resource: On<'_>, others: &[Right]) -> String {
    let ledger = Ledger::take();
    let rights: Vec<Right> = ALL.into_iter().filter(|(on, _)| *on != resource).collect();
    assert_eq!(rights.len() + 1, ALL.len(), "{resource:?} is one of them");
    give(user, &rights);
    if !others.is_empty() {
        give(user, others);
    }
    ledger.feed(10);
    ledger.refused(&secured().sasl, &as_user(user), &[])
}

#[track_caller]
fn says(output: &str, parts: &[&str]) {
    for part in parts {
        assert!(output.contains(part), "`{part}` is not said: {output}");
    }
}

#[test]
fn with_all_rights_of_the_table_and_no_other_a_job_runs() {
    let ledger = Ledger::take();
    give_all("alice");
    ledger.feed(100);
    let mut job = ledger.start(&secured().sasl, &as_user("alice"), &[]);
    ledger.await_everything(&job);
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
}

#[test]
fn to_read_an_input() {
    let topic = "bank.transfers.v1";
    let output = without("bob", On::Topic(topic), &[]);
    says(
        &output,
        &["User:bob has no right to read topic", topic, "--operation Read --topic bank.transfers.v1"],
    );
    let output = without("bob", On::Topic(topic), &[(On::Topic("bank.transfers.v1"), Operation::Describe)]);
    says(&output, &["User:bob has no right to read topic", topic, "--operation Read --topic"]);
}

#[test]
fn to_write_an_output() {
    let topic = "bank.postings.v1";
    let output = without("carol", On::Topic(topic), &[]);
    says(
        &output,
        &["User:carol has no right to write topic", topic, "--operation Write --topic bank.postings.v1"],
    );
    let output = without("carol", On::Topic(topic), &[(On::Topic("bank.postings.v1"), Operation::Describe)]);
    says(&output, &["User:carol has no right to write topic", topic, "--operation Write --topic"]);
}

/// Found out by the transaction, which does not say which topic it was.
#[test]
fn to_write_an_output_when_it_is_taken_away_from_a_running_job() {
    let ledger = Ledger::take();
    let (kept, taken): (Vec<Right>, Vec<Right>) =
        ALL.into_iter().partition(|(on, _)| *on != On::Topic("bank.balances.v1"));
    give("heidi", &kept);
    give("heidi", &taken);
    ledger.feed(10);
    let mut job = ledger.start(&secured().sasl, &as_user("heidi"), &[]);
    ledger.await_everything(&job);
    deny(cluster().bootstrap(), "heidi", taken[0]).unwrap();
    ledger.feed(10);
    let status = job.wait(MINUTE).unwrap();
    assert!(!status.success());
    let output = job.output();
    says(
        &output,
        &[
            "User:heidi has no right to write topic `bank.balances.v1`",
            "--operation Write --topic bank.balances.v1",
        ],
    );
}

#[test]
fn to_use_the_group() {
    let output = without("dave", On::Group("bank.ledger"), &[]);
    says(
        &output,
        &["User:dave has no right to read group `bank.ledger`", "--operation Read --group bank.ledger"],
    );
}

#[test]
fn to_use_the_transactional_id() {
    let output = without("erin", On::TransactionalIds("bank.ledger-"), &[]);
    says(
        &output,
        &[
            "User:erin has no right to write transactional id `bank.ledger-a-0`",
            "--operation Write --transactional-id bank.ledger- --resource-pattern-type prefixed",
        ],
    );
}

#[test]
fn to_the_topics_of_its_own() {
    let output = without("frank", On::Topics("bank.ledger."), &[]);
    says(
        &output,
        &[
            "User:frank has no right to",
            "topic `bank.ledger.",
            "--operation All --topic bank.ledger. --resource-pattern-type prefixed",
        ],
    );
}

/// Of the client itself: the ledger's own topics are there once it has run.
#[test]
fn to_make_a_topic() {
    let topic = riparian_kafka_tests::unique("own");
    let rights =
        [Operation::Describe, Operation::Read, Operation::Write].map(|may| (On::Topics("own-"), may));
    give("grace", &rights);
    let mut options = riparian::kafka::Options::new(&secured().sasl, "own", "a", 0);
    options.topics = vec![topic.clone()];
    let split = |property: &String| property.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned()));
    options.properties = as_user("grace").iter().filter_map(split).collect();
    options.properties.retain(|(name, _)| !name.starts_with("ssl."));
    let mut client = KafkaClient::open(options).unwrap_or_else(|failure| panic!("{failure:?}"));
    let settings = vec![("cleanup.policy", "compact".to_owned())];
    let failure = client.create(&[NewTopic { topic: 0, partitions: 1, settings }]).unwrap_err();
    assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
    assert_eq!(failure.message, format!("User:grace has no right to create topic `{topic}`"));
    let grant = format!("--operation Create --topic {topic}");
    assert!(failure.help.contains(&grant), "{failure:?}");
}
